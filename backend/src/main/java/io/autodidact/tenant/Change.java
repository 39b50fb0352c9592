package io.autodidact.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * What was changed, for the audit. Holds no secrets: what a thing was before and after is told by
 * digests, and details are named one by one.
 *
 * @param action what was done: {@code alias.moved}
 * @param thing the kind of thing it was done to: {@code alias}
 * @param id which one, by id or name
 * @param before SHA-256, hex, of what it was
 * @param after SHA-256, hex, of what it is
 * @param detail JSON
 */
public record Change(
    String action,
    String thing,
    String id,
    Optional<String> before,
    Optional<String> after,
    Optional<String> detail) {
  /** A change of which only that it happened is worth telling. */
  public static Change of(String action, String thing, Object id) {
    return new Change(
        action, thing, id.toString(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  public Change from(Object value) {
    return new Change(action, thing, id, Optional.of(digest(value)), after, detail);
  }

  public Change to(Object value) {
    return new Change(action, thing, id, before, Optional.of(digest(value)), detail);
  }

  public Change with(Map<String, ?> details) {
    return new Change(
        action,
        thing,
        id,
        before,
        after,
        Optional.of(StoredJson.MAPPER.writeValueAsString(details)));
  }

  private static String digest(Object value) {
    try {
      var json = StoredJson.MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
