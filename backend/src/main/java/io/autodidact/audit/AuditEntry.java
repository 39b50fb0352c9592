package io.autodidact.audit;

import io.autodidact.tenant.TenantId;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An entry of a tenant's audit.
 *
 * @param seq its place in the chain, from 1
 * @param actorKind {@code person}, {@code program} or {@code platform}
 * @param before SHA-256, hex, of what the thing was
 * @param detail JSON
 * @param previous the hash of the entry before, hex
 * @param hash SHA-256, hex, of the previous hash and all fields
 */
public record AuditEntry(
    long seq,
    Instant at,
    String actorKind,
    String actor,
    String action,
    String thing,
    String thingId,
    Optional<String> before,
    Optional<String> after,
    Optional<String> detail,
    Optional<String> address,
    Optional<String> userAgent,
    String previous,
    String hash) {

  /** What the first entry of a tenant has for the hash before it. */
  static String genesis(TenantId tenant) {
    return hex(sha256(bytes(tenant.value().toString())));
  }

  /** The hash that its fields have, as the database computes it ({@code audit_hash}). */
  String computed(TenantId tenant) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(HexFormat.of().parseHex(previous));
    write(all, Optional.of(tenant.value().toString()));
    write(all, Optional.of(Long.toString(seq)));
    write(all, Optional.of(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at))));
    write(all, Optional.of(actorKind));
    write(all, Optional.of(actor));
    write(all, Optional.of(action));
    write(all, Optional.of(thing));
    write(all, Optional.of(thingId));
    write(all, before);
    write(all, after);
    write(all, detail);
    write(all, address);
    write(all, userAgent);
    return hex(sha256(all.toByteArray()));
  }

  private static void write(ByteArrayOutputStream all, Optional<String> field) {
    if (field.isEmpty()) {
      all.writeBytes(bytes("-;"));
      return;
    }
    var value = bytes(field.get());
    all.writeBytes(bytes(value.length + ":"));
    all.writeBytes(value);
    all.writeBytes(bytes(";"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
