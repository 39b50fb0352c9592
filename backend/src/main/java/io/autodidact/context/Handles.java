package io.autodidact.context;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Short names for opaque ids, in order of appearance in one episode: {@code #1}, {@code #2} … An id
 * costs two tokens that way, and none can be learned by heart. Not thread-safe.
 */
public final class Handles {
  private static final Pattern HANDLE = Pattern.compile("#\\d{1,4}");
  private static final Pattern OPAQUE =
      Pattern.compile(
          "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-fA-F]{12,}|\\d{9,}"
              + "|(?=\\D*\\d)(?=[^A-Z]*[A-Z])(?=[^a-z]*[a-z])[A-Za-z0-9_-]{16,}");
  private static final Pattern ID_NAME =
      Pattern.compile(".*(^id|^uuid|^guid|Id|Ids|ID|_ids?|^ids)$");
  private static final Pattern NUMBERED = Pattern.compile("(?=.*\\d)[^\\s@]{1,64}");

  private final Map<String, String> handles = new HashMap<>();
  private final Map<String, JsonNode> values = new LinkedHashMap<>();

  /** Whether a value at a place of that name is an id that means nothing to a reader. */
  public static boolean isOpaque(String name, JsonNode value) {
    if (value.isIntegralNumber()) {
      return isIdName(name);
    }
    if (!value.isString()) {
      return false;
    }
    var text = value.asString();
    return OPAQUE.matcher(text).matches() || (isIdName(name) && NUMBERED.matcher(text).matches());
  }

  static boolean isIdName(String name) {
    return ID_NAME.matcher(name).matches();
  }

  static boolean looksLikeHandle(String text) {
    return HANDLE.matcher(text).matches();
  }

  /** The handle of an id, a new one where it has none yet. */
  public String of(JsonNode id) {
    return handles.computeIfAbsent(
        id.asString(),
        key -> {
          var handle = "#" + (values.size() + 1);
          values.put(handle, id);
          return handle;
        });
  }

  /** The handle of an id seen before. */
  public Optional<String> known(JsonNode id) {
    return id.isValueNode() ? Optional.ofNullable(handles.get(id.asString())) : Optional.empty();
  }

  /** The id behind a handle. */
  public Optional<JsonNode> expand(String handle) {
    return Optional.ofNullable(values.get(handle));
  }
}
