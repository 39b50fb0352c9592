package io.autodidact.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The values of one JSON object with short labels, nested objects opened, ranked by their use. */
final class ResultFields {
  private static final List<String> NATURAL_KEYS =
      List.of(
          "name",
          "title",
          "username",
          "code",
          "sku",
          "number",
          "email",
          "label",
          "displayName",
          "clientId",
          "alias",
          "key");
  private static final Pattern ID = Pattern.compile("(_id|Id|ID)$");
  private static final int DEPTH = 3;

  private final List<Field> fields = new ArrayList<>();

  private ResultFields() {}

  /** How much a value is worth to the agent, the best first. */
  enum Worth {
    OWN_ID,
    NATURAL_KEY,
    MENTIONED,
    OTHER_ID,
    REST
  }

  /**
   * A scalar.
   *
   * @param label what stands before it; empty for ids of the object itself and its natural key
   */
  record Field(String label, String name, JsonNode value, Worth worth) {}

  /** The fields of an object in the order of their places in it. */
  static List<Field> of(JsonNode object, RequestWords request) {
    var found = new ResultFields();
    found.read("", object, request, 1);
    return List.copyOf(found.fields);
  }

  private void read(String prefix, JsonNode object, RequestWords request, int depth) {
    var naturalKey = NATURAL_KEYS.stream().filter(key -> isText(object.get(key))).findFirst();
    for (var property : object.properties()) {
      var name = property.getKey();
      var value = property.getValue();
      if (value.isObject() && depth < DEPTH) {
        read(prefix + name + " ", value, request, depth + 1);
      } else if (value.isValueNode() && !value.isNull() && !value.asString().isEmpty()) {
        boolean natural = naturalKey.filter(name::equals).isPresent();
        fields.add(field(prefix, name, value, natural, request));
      }
    }
  }

  private static boolean isText(@Nullable JsonNode value) {
    return value != null && value.isString();
  }

  private static Field field(
      String prefix, String name, JsonNode value, boolean natural, RequestWords request) {
    boolean own = prefix.isEmpty();
    if (Handles.isOpaque(name, value)) {
      boolean id = Set.of("id", "uuid").contains(name);
      var whose = id ? prefix.strip() : prefix + ID.matcher(name).replaceFirst("");
      return new Field(whose, name, value, own && id ? Worth.OWN_ID : Worth.OTHER_ID);
    }
    if (natural) {
      return new Field(prefix.strip(), name, value, own ? Worth.NATURAL_KEY : Worth.OTHER_ID);
    }
    var label = prefix + name;
    boolean mentioned = request.names(label) || request.mentions(value);
    return new Field(label, name, value, mentioned ? Worth.MENTIONED : Worth.REST);
  }
}
