package io.autodidact.environment;

import io.autodidact.connector.Surroundings.Secrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Reveals secrets to one connector, remembers which, and takes them out of whatever comes back:
 * software may repeat its credentials in an answer or an error, where they would be stored, shown
 * and read by a model. Known as they are, percent-encoded, and within base64.
 */
final class RevealedSecrets implements Secrets {
  /** Shorter ones would be found in what is no secret. */
  private static final int SHORTEST = 6;

  private static final String INSTEAD = "[secret]";

  private final Secrets vault;

  /** Longest first, so that no part of a form is left behind. */
  private volatile List<String> known = List.of();

  RevealedSecrets(Secrets vault) {
    this.vault = vault;
  }

  @Override
  public String reveal(String name) {
    var secret = vault.reveal(name);
    if (secret.length() >= SHORTEST) {
      remember(forms(secret));
    }
    return secret;
  }

  /** Earlier values stay: an answer to a call with the old one may still come. */
  private synchronized void remember(Set<String> forms) {
    if (!known.containsAll(forms)) {
      known =
          Stream.concat(known.stream(), forms.stream())
              .distinct()
              .sorted(Comparator.comparing(String::length).reversed())
              .toList();
    }
  }

  private static Set<String> forms(String secret) {
    var forms = new LinkedHashSet<String>();
    forms.add(secret);
    var encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    forms.add(encoded);
    forms.add(encoded.replace("+", "%20").replace("%7E", "~"));
    var bytes = secret.getBytes(StandardCharsets.UTF_8);
    for (int before = 0; before < 3; before++) {
      forms.add(within(Base64.getEncoder(), bytes, before));
      forms.add(within(Base64.getUrlEncoder(), bytes, before));
    }
    return forms;
  }

  /** The characters of base64 that these bytes alone decide, with so many bytes before them. */
  private static String within(Base64.Encoder encoder, byte[] secret, int before) {
    var whole = new byte[before + secret.length];
    System.arraycopy(secret, 0, whole, before, secret.length);
    int first = (before * 8 + 5) / 6;
    int last = whole.length * 8 / 6;
    return encoder.encodeToString(whole).substring(first, last);
  }

  String clean(String text) {
    var clean = text;
    for (var form : known) {
      if (clean.contains(form)) {
        clean = clean.replace(form, INSTEAD);
      }
    }
    return clean;
  }

  JsonNode clean(JsonNode json) {
    return switch (json) {
      case StringNode text -> {
        var clean = clean(text.stringValue());
        yield clean.equals(text.stringValue()) ? text : StringNode.valueOf(clean);
      }
      case ArrayNode array -> {
        var clean = JsonNodeFactory.instance.arrayNode(array.size());
        array.forEach(item -> clean.add(clean(item)));
        yield clean;
      }
      case ObjectNode object -> clean(object);
      default -> json;
    };
  }

  ObjectNode clean(ObjectNode object) {
    var clean = JsonNodeFactory.instance.objectNode();
    object.forEachEntry((name, value) -> clean.set(clean(name), clean(value)));
    return clean;
  }
}
