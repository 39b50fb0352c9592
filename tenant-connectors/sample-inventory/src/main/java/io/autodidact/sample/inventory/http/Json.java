package io.autodidact.sample.inventory.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How values become JSON and back: ids are numbers, absent values are left out, times are ISO 8601.
 */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(new IdNumber()))
          .changeDefaultPropertyInclusion(
              value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static byte[] write(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /** The properties of the object that a request's body is. */
  static Map<String, JsonNode> readObject(byte[] body) {
    JsonNode node;
    try {
      node = MAPPER.readTree(body);
    } catch (JacksonException broken) {
      throw Refusal.invalid("body", "body is not JSON: " + broken.getOriginalMessage());
    }
    if (!node.isObject()) {
      throw Refusal.invalid("body", "body must be a JSON object.");
    }
    return properties(node);
  }

  static Map<String, JsonNode> properties(JsonNode object) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    object.properties().forEach(property -> properties.put(property.getKey(), property.getValue()));
    return properties;
  }

  private static final class IdNumber extends StdSerializer<Id<?>> {

    IdNumber() {
      super(Id.class);
    }

    @Override
    public void serialize(Id<?> id, JsonGenerator generator, SerializationContext context) {
      generator.writeNumber(id.value());
    }
  }
}
