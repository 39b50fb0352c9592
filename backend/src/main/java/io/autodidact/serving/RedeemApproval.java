package io.autodidact.serving;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.connector.Outcome;
import io.autodidact.release.ReleaseRepository;
import io.autodidact.serving.Approvals.Approved;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.TenantTransaction;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the call that a person has approved, if the safety policy still allows it. */
@Component
public class RedeemApproval {
  private final TenantTransaction tenantTransaction;
  private final Approvals approvals;
  private final ReleaseRepository releases;
  private final LiveSoftware liveSoftware;

  RedeemApproval(
      TenantTransaction tenantTransaction,
      Approvals approvals,
      ReleaseRepository releases,
      LiveSoftware liveSoftware) {
    this.tenantTransaction = tenantTransaction;
    this.approvals = approvals;
    this.releases = releases;
    this.liveSoftware = liveSoftware;
  }

  /** What was called, and what the software answered. */
  public record Redeemed(String operation, Outcome outcome) {}

  /**
   * @throws NotFound if there is no such token, or it was redeemed or has expired
   * @throws Conflict if the safety policy forbids the call by now
   */
  public Redeemed redeem(Caller person, String token) throws InterruptedException {
    return make(person, approvals.redeem(person, token));
  }

  /** As {@link #redeem}, for a person of the company who sees the call waiting. */
  public Redeemed redeemById(Caller person, String id) throws InterruptedException {
    return make(person, approvals.redeemById(person, id));
  }

  private Redeemed make(Caller person, Optional<Approved> redeemed) throws InterruptedException {
    var approved =
        redeemed.orElseThrow(() -> new NotFound("approval, or it was redeemed or has expired"));
    var release =
        tenantTransaction
            .in(
                person.tenant(),
                dsl -> releases.find(dsl, person.tenant(), approved.agent(), approved.version()))
            .orElseThrow(() -> new NotFound("release"));
    var software = liveSoftware.of(release);
    var call = approved.call();
    if (software.usable().find(call.operation()).isEmpty()) {
      throw new Conflict("The safety policy forbids " + call.operation() + " by now.");
    }
    try (var live = software.episodes().live()) {
      return new Redeemed(
          call.operation(), new LiveCalls(tenantTransaction, release).make(live, call));
    }
  }
}
