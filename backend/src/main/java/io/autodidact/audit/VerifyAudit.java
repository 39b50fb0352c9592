package io.autodidact.audit;

import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Computes a tenant's chain anew and says which entries were changed, taken out or moved. */
@Component
public class VerifyAudit {
  private static final int MOST = 100;

  private final TenantTransaction tenantTransaction;
  private final AuditRepository audit;

  VerifyAudit(TenantTransaction tenantTransaction, AuditRepository audit) {
    this.tenantTransaction = tenantTransaction;
    this.audit = audit;
  }

  /**
   * What was found.
   *
   * @param head the end of the chain, worth keeping elsewhere
   * @param problems the first hundred; none if the chain is whole
   */
  public record Verdict(long entries, Anchor head, List<Problem> problems) {
    public Verdict {
      problems = List.copyOf(problems);
    }

    /** Whether nothing was tampered with. */
    public boolean intact() {
      return problems.isEmpty();
    }
  }

  /** What is wrong with an entry, in words. */
  public record Problem(long seq, String text) {}

  /**
   * Verifies the chain.
   *
   * @param anchor the end of the chain as it was once; entries up to it must still be there
   */
  public Verdict verify(TenantId tenant, Optional<Anchor> anchor) {
    return tenantTransaction.in(tenant, dsl -> verify(dsl, tenant, anchor));
  }

  private Verdict verify(DSLContext dsl, TenantId tenant, Optional<Anchor> anchor) {
    var start = new Anchor(0, AuditEntry.genesis(tenant));
    // What is added meanwhile stands behind the head read first.
    var head = audit.head(dsl, tenant).orElse(start);
    var links = new Links(tenant, start, anchor);
    audit.each(dsl, tenant, AuditFilter.ALL, Long.MAX_VALUE, links::follow);
    links.end(head);
    return new Verdict(links.entries, links.last, links.problems);
  }

  /** Follows the chain, entry by entry. */
  private static final class Links {
    private final TenantId tenant;
    private final Optional<Anchor> anchor;
    private final List<Problem> problems = new ArrayList<>();
    private Anchor last;
    private long entries;

    Links(TenantId tenant, Anchor start, Optional<Anchor> anchor) {
      this.tenant = tenant;
      this.last = start;
      this.anchor = anchor;
    }

    void follow(AuditEntry entry) {
      if (entry.seq() > last.seq() + 1) {
        found(
            last.seq() + 1,
            entry.seq() == last.seq() + 2
                ? "Entry " + (last.seq() + 1) + " was taken out."
                : "Entries %d to %d were taken out.".formatted(last.seq() + 1, entry.seq() - 1));
      } else if (!entry.previous().equals(last.hash())) {
        found(
            entry.seq(),
            "Entry %d does not follow entry %d: one of them was changed or moved."
                .formatted(entry.seq(), last.seq()));
      }
      if (!entry.hash().equals(entry.computed(tenant))) {
        found(entry.seq(), "Entry " + entry.seq() + " was changed: its hash is another.");
      }
      if (anchor
          .filter(old -> old.seq() == entry.seq() && !old.hash().equals(entry.hash()))
          .isPresent()) {
        found(entry.seq(), "Entry " + entry.seq() + " is not the one that the anchor names.");
      }
      last = new Anchor(entry.seq(), entry.hash());
      entries++;
    }

    void end(Anchor head) {
      var expected = Math.max(head.seq(), anchor.map(Anchor::seq).orElse(0L));
      if (last.seq() < expected) {
        found(
            last.seq() + 1,
            "The end was cut off: entries %d to %d are missing."
                .formatted(last.seq() + 1, expected));
      } else if (last.seq() == head.seq() && !last.hash().equals(head.hash())) {
        found(last.seq(), "Entry " + last.seq() + " is not the one that the chain's head names.");
      }
    }

    private void found(long seq, String text) {
      if (problems.size() < MOST) {
        problems.add(new Problem(seq, text));
      }
    }
  }
}
