package io.autodidact.exploration;

import io.autodidact.connector.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What a refusal says.
 *
 * @param missing properties it names that were not given
 * @param wrong properties it names that were given
 */
record Refusal(Kind kind, Set<String> missing, Set<String> wrong) {
  private static final Pattern TAKEN =
      Pattern.compile("already|exists|duplicate|not unique|conflict|in use");
  private static final Pattern ABSENT =
      Pattern.compile(
          "missing|required|must not be (null|empty|blank)|not (set|provided|specified)|mandatory");

  /** What sort of no it is. */
  enum Kind {
    /** A thing that was named does not exist, or not there. */
    NOT_FOUND,
    /** The arguments are not what the software wants. */
    INVALID,
    /** The thing exists already, or is in a state that forbids it. */
    CONFLICT,
    /** Not for this caller. */
    FORBIDDEN,
    /** The software does not do this at all. */
    UNSUPPORTED
  }

  static Refusal of(Outcome.Refused refused, Signature signature, JsonNode arguments) {
    var message = (refused.message() + " " + refused.body()).toLowerCase(Locale.ROOT);
    var kind = kindOf(refused.code(), message);
    var missing = new HashSet<String>();
    var wrong = new HashSet<String>();
    if (kind == Kind.INVALID || kind == Kind.CONFLICT) {
      for (var property : propertiesOf(signature)) {
        if (isNamed(property, message)) {
          var given = isGiven(property, signature, arguments);
          (given && !ABSENT.matcher(message).find() ? wrong : missing).add(property);
        }
      }
    }
    return new Refusal(kind, Set.copyOf(missing), Set.copyOf(wrong));
  }

  private static Kind kindOf(int code, String message) {
    return switch (code) {
      case 404, 410 -> Kind.NOT_FOUND;
      case 401, 403 -> Kind.FORBIDDEN;
      case 405, 406, 415, 501 -> Kind.UNSUPPORTED;
      case 409 -> Kind.CONFLICT;
      default -> TAKEN.matcher(message).find() ? Kind.CONFLICT : Kind.INVALID;
    };
  }

  private static List<String> propertiesOf(Signature signature) {
    var names = new ArrayList<String>();
    signature.others().forEach(slot -> names.add(slot.name()));
    signature
        .body()
        .ifPresent(
            body -> {
              var schema = body.schema().isArray() ? body.schema().items() : body.schema();
              names.addAll(schema.properties().keySet());
            });
    return names;
  }

  /** The name itself, or its words in a row. Very short names are matched between quotes only. */
  private static boolean isNamed(String property, String message) {
    var name = Pattern.quote(property.toLowerCase(Locale.ROOT));
    var words =
        String.join("[ _-]?", Words.of(property).stream().map(Pattern::quote).toList()) + "s?";
    var quoted = Pattern.compile("[\"'`]" + name + "[\"'`]").matcher(message).find();
    return quoted
        || (property.length() > 2
            && Pattern.compile("\\b(" + name + "|" + words + ")\\b").matcher(message).find());
  }

  private static boolean isGiven(String property, Signature signature, JsonNode arguments) {
    if (arguments.has(property)) {
      return true;
    }
    var body = signature.body().map(Signature.Body::pointer).orElse("");
    return arguments.at(body).has(property) || arguments.at(body).path(0).has(property);
  }
}
