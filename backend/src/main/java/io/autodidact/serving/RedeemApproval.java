package io.autodidact.serving;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.connector.Outcome;
import io.autodidact.release.ReleaseRepository;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.TenantTransaction;
import org.springframework.stereotype.Component;

/** Makes the call that a person has approved, if the safety policy still allows it. */
@Component
class RedeemApproval {
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
  record Redeemed(String operation, Outcome outcome) {}

  Redeemed redeem(Caller person, String token) throws InterruptedException {
    var approved =
        approvals
            .redeem(person, token)
            .orElseThrow(() -> new NotFound("approval, or it was redeemed or has expired"));
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
      return new Redeemed(call.operation(), live.act(call));
    }
  }
}
