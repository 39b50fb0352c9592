package io.autodidact.tenant;

import org.jooq.JSONB;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as they lie in {@code jsonb} columns. Sealed types say which they are in a {@code type}
 * property ({@code @JsonTypeInfo} on the interface).
 */
public final class StoredJson {
  /** The one mapper for stored records. */
  public static final JsonMapper MAPPER = JsonMapper.builder().build();

  private StoredJson() {}

  public static JSONB write(Object value) {
    return JSONB.valueOf(MAPPER.writeValueAsString(value));
  }

  public static <T> T read(JSONB stored, Class<T> type) {
    return MAPPER.readValue(stored.data(), type);
  }

  /** As {@link #read(JSONB, Class)} for generic types: {@code MAPPER.getTypeFactory()…}. */
  public static <T> T read(JSONB stored, JavaType type) {
    return MAPPER.readValue(stored.data(), type);
  }
}
