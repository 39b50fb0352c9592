package io.autodidact.context;

import io.autodidact.connector.Call;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/**
 * Names as the request and the software spell them. A small model copies most of a name and errs in
 * a letter or two ("Lemonor rug" for "Lumonor rug"); a text that stands nowhere is read as the one
 * text it nearly is. Digits are never changed: a number that is off by one is another number. Not
 * thread-safe; one for each attempt.
 */
final class Spellings {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int SHORTEST = 5;
  private static final int LONGEST = 80;
  private static final int MOST_SEEN = 2_000;

  /** One letter in so many may be wrong. */
  private static final int LETTERS_AN_ERROR = 4;

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern EDGES = Pattern.compile("^[\"'(]+|[\"'),.;:!?]+$");
  private static final Pattern NO_DIGIT = Pattern.compile("\\D+");

  private final String request;
  private final List<String> words;
  private final Set<String> seen = new LinkedHashSet<>();

  Spellings(String request) {
    this.request = request.toLowerCase(Locale.ROOT);
    this.words = SPACES.splitAsStream(request.strip()).toList();
  }

  /** Takes in the texts of a result. */
  void saw(JsonNode result) {
    if (result.isString()) {
      var text = result.asString();
      if (text.length() <= LONGEST && seen.size() < MOST_SEEN) {
        seen.add(text);
      }
    } else {
      result.forEach(this::saw);
    }
  }

  /** The call with its texts as they are spelt elsewhere; choices from a list stay as they are. */
  Call corrected(Tool tool, Call call) {
    var arguments = call.arguments().deepCopy();
    for (var parameter : tool.parameters()) {
      var value = arguments.get(parameter.name());
      if (value != null && !parameter.schema().has("enum")) {
        arguments.set(parameter.name(), corrected(value));
      }
    }
    return new Call(call.operation(), arguments);
  }

  /** Texts, also those of a list, as they are spelt elsewhere; anything else as it is. */
  JsonNode corrected(JsonNode value) {
    return switch (value) {
      case StringNode text -> nearest(text.asString()).map(JSON::stringNode).orElse(text);
      case ArrayNode list ->
          JSON.arrayNode().addAll(list.valueStream().map(this::corrected).toList());
      default -> value;
    };
  }

  private Optional<String> nearest(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    if (text.length() < SHORTEST || text.length() > LONGEST || isSpeltSo(lower)) {
      return Optional.empty();
    }
    int least = text.length() / LETTERS_AN_ERROR + 1;
    Optional<String> nearest = Optional.empty();
    for (var candidate : candidates(text).toList()) {
      int distance = EditDistance.between(lower, candidate.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        nearest = Optional.of(candidate);
      } else if (distance == least) {
        nearest = Optional.empty();
      }
    }
    return nearest;
  }

  private boolean isSpeltSo(String lower) {
    return request.contains(lower)
        || seen.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(lower));
  }

  /** As many words of the request as the text has, and what the software answered. */
  private Stream<String> candidates(String text) {
    int length = SPACES.split(text.strip()).length;
    var spans =
        IntStream.rangeClosed(0, words.size() - length)
            .mapToObj(from -> String.join(" ", words.subList(from, from + length)))
            .map(span -> EDGES.matcher(span).replaceAll(""));
    var digits = digits(text);
    return Stream.concat(spans, seen.stream())
        .filter(one -> Arrays.equals(digits(one), digits))
        .distinct();
  }

  private static String[] digits(String text) {
    return NO_DIGIT.splitAsStream(text).filter(part -> !part.isEmpty()).toArray(String[]::new);
  }
}
