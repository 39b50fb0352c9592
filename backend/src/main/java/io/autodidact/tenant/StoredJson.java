package io.autodidact.tenant;

import java.util.regex.Pattern;
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

  /** The escape itself, not a backslash that is escaped and followed by these letters. */
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  private StoredJson() {}

  /** PostgreSQL keeps no NUL, which software and models do write: it becomes U+FFFD. */
  public static JSONB write(Object value) {
    var json = MAPPER.writeValueAsString(value);
    return JSONB.valueOf(
        json.contains("\\u0000") ? NUL.matcher(json).replaceAll("$1\uFFFD") : json);
  }

  public static <T> T read(JSONB stored, Class<T> type) {
    return MAPPER.readValue(stored.data(), type);
  }

  /** As {@link #read(JSONB, Class)} for generic types: {@code MAPPER.getTypeFactory()…}. */
  public static <T> T read(JSONB stored, JavaType type) {
    return MAPPER.readValue(stored.data(), type);
  }
}
