package io.autodidact.release;

import io.autodidact.tenant.TenantId;
import java.util.UUID;

/**
 * A numbered version of an agent; it never changes.
 *
 * @param agentId of the agent that the manifest names
 * @param verdict the gate's
 * @param signature Ed25519 over the canonical manifest, 64 bytes
 */
public record Release(
    TenantId tenant, UUID agentId, GateVerdict verdict, Manifest manifest, byte[] signature) {
  public int version() {
    return manifest.version();
  }

  /** Whether it may be served; a candidate that did not pass its gate may not. */
  public boolean isReleased() {
    return verdict instanceof GateVerdict.Passed;
  }

  /** The digest of the canonical manifest: it names everything that makes the agent behave so. */
  public Digest digest() {
    return Digest.of(manifest.canonical());
  }
}
