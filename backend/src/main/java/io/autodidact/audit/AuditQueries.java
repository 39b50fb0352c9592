package io.autodidact.audit;

import io.autodidact.api.Page;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What screens and programs read of the audit. */
@Component
public class AuditQueries {
  private final TenantTransaction tenantTransaction;
  private final AuditRepository audit;

  AuditQueries(TenantTransaction tenantTransaction, AuditRepository audit) {
    this.tenantTransaction = tenantTransaction;
    this.audit = audit;
  }

  /** Newest first; {@code after} is where the page before said it goes on, or empty. */
  public Page<AuditEntry> find(TenantId tenant, AuditFilter filter, String after, int limit) {
    long before = after.isBlank() ? Long.MAX_VALUE : Long.parseLong(after);
    int most = Page.limit(limit);
    var rows =
        tenantTransaction.in(tenant, dsl -> audit.find(dsl, tenant, filter, before, most + 1));
    return Page.of(rows, most, entry -> Long.toString(entry.seq()));
  }

  /**
   * Writes JSON Lines, oldest first; the last line is the anchor, by which {@link VerifyAudit}
   * finds what is cut off later.
   */
  public void export(TenantId tenant, AuditFilter filter, OutputStream out) {
    tenantTransaction.run(
        tenant,
        dsl -> {
          var head =
              audit.head(dsl, tenant).orElseGet(() -> new Anchor(0, AuditEntry.genesis(tenant)));
          audit.each(dsl, tenant, filter, head.seq(), entry -> line(out, entry));
          line(out, Map.of("anchor", head));
        });
  }

  private static void line(OutputStream out, Object value) {
    try {
      out.write(
          (StoredJson.MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Whoever exports the audit reads no more", e);
    }
  }
}
