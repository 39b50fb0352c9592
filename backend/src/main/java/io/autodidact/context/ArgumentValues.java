package io.autodidact.context;

import io.autodidact.tenant.StoredJson;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Values of arguments as an agent writes them: ids as handles, plain words bare, the rest as JSON.
 */
final class ArgumentValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern OTHER =
      Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?|true|false|null");
  private static final Pattern BARE = Pattern.compile("[\\p{L}\\p{N}_@:/+.-]+");

  private ArgumentValues() {}

  static String write(Tool.Parameter parameter, JsonNode value, Handles handles) {
    if (parameter.names() || Handles.isOpaque(parameter.name(), value)) {
      var handle = handles.known(value);
      if (handle.isPresent()) {
        return handle.get();
      }
    }
    if (value.isString()) {
      var text = value.asString();
      boolean clear = parameter.wants("string") || !meansOther(text);
      return clear && BARE.matcher(text).matches() ? text : value.toString();
    }
    return withHandles(parameter.name(), value, handles).toString();
  }

  /** A value without a schema. */
  static String writeAny(JsonNode value, Handles handles) {
    return handles
        .known(value)
        .filter(handle -> Handles.isOpaque("", value))
        .orElse(value.toString());
  }

  static JsonNode read(Tool.Parameter parameter, String text, Handles handles) {
    if (Handles.looksLikeHandle(text)) {
      return typed(parameter, expand(text, handles));
    }
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    if (first == '"' || first == '{' || first == '[') {
      return typed(parameter, expandWithin(json(text), handles));
    }
    if (parameter.wants("string") || !meansOther(text)) {
      return StringNode.valueOf(text);
    }
    return json(text);
  }

  /** A handle or a JSON value; bare words are refused. */
  static JsonNode readExact(String text, Handles handles) {
    return Handles.looksLikeHandle(text) ? expand(text, handles) : json(text);
  }

  /** The value as the schema wants it where the two differ in form only. */
  static JsonNode typed(Tool.Parameter parameter, JsonNode value) {
    if (value.isValueNode() && !value.isString() && parameter.wants("string")) {
      return StringNode.valueOf(value.asString());
    }
    boolean number = parameter.wants("integer") || parameter.wants("number");
    if (value.isString() && number && !parameter.wants("string") && meansOther(value.asString())) {
      return json(value.asString());
    }
    return value;
  }

  /** Whether bare text would be read as a number, a truth value or null. */
  private static boolean meansOther(String text) {
    return OTHER.matcher(text).matches();
  }

  private static JsonNode json(String text) {
    try {
      return StoredJson.MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new UnreadableArguments("not JSON: " + text);
    }
  }

  private static JsonNode expand(String handle, Handles handles) {
    return handles
        .expand(handle)
        .orElseThrow(() -> new UnreadableArguments("there is no " + handle + " yet"));
  }

  /** Handles inside objects and arrays stand there as strings. */
  static JsonNode expandWithin(JsonNode value, Handles handles) {
    return switch (value) {
      case ObjectNode object -> {
        var copy = JSON.objectNode();
        object
            .properties()
            .forEach(one -> copy.set(one.getKey(), expandInside(one.getValue(), handles)));
        yield copy;
      }
      case ArrayNode array -> {
        var copy = JSON.arrayNode();
        array.forEach(one -> copy.add(expandInside(one, handles)));
        yield copy;
      }
      default -> value;
    };
  }

  private static JsonNode expandInside(JsonNode value, Handles handles) {
    return value.isString()
        ? handles.expand(value.asString()).orElse(value)
        : expandWithin(value, handles);
  }

  /** The value with the handles of ids seen before. */
  static JsonNode withHandles(String name, JsonNode value, Handles handles) {
    return replaced(
        name, value, id -> handles.known(id).<JsonNode>map(StringNode::valueOf).orElse(id));
  }

  /** The value with a handle for every id, new ones included. */
  static JsonNode withNewHandles(String name, JsonNode value, Handles handles) {
    return replaced(name, value, id -> StringNode.valueOf(handles.of(id)));
  }

  private static JsonNode replaced(String name, JsonNode value, UnaryOperator<JsonNode> ids) {
    return switch (value) {
      case ObjectNode object -> {
        var copy = JSON.objectNode();
        object
            .properties()
            .forEach(one -> copy.set(one.getKey(), replaced(one.getKey(), one.getValue(), ids)));
        yield copy;
      }
      case ArrayNode array -> {
        var copy = JSON.arrayNode();
        array.forEach(one -> copy.add(replaced(name, one, ids)));
        yield copy;
      }
      default -> Handles.isOpaque(name, value) ? ids.apply(value) : value;
    };
  }
}
