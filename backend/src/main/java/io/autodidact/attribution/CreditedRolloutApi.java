package io.autodidact.attribution;

import io.autodidact.api.NotFound;
import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.attribution.AttributionRepository.StoredAttribution;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.RolloutId;
import io.autodidact.rollout.RolloutRepository;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The route for one attempt with the credit of its steps. */
@RestController
@OnRole(Role.API)
class CreditedRolloutApi {
  private final TenantTransaction tenantTransaction;
  private final RolloutRepository rollouts;
  private final AttributionRepository attributions;

  CreditedRolloutApi(
      TenantTransaction tenantTransaction,
      RolloutRepository rollouts,
      AttributionRepository attributions) {
    this.tenantTransaction = tenantTransaction;
    this.rollouts = rollouts;
    this.attributions = attributions;
  }

  /**
   * An attempt, token for token, and what was said of its steps.
   *
   * @param credits empty if it was not credited
   */
  record RolloutView(Rollout rollout, List<StoredAttribution> credits) {}

  @Operation(summary = "Show an attempt with its steps, credits and reasons")
  @GetMapping("/api/v1/rollouts/{id}")
  RolloutView show(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    var tenant = caller.tenant();
    var rollout = new RolloutId(id);
    return tenantTransaction.in(
        tenant,
        dsl ->
            rollouts
                .find(dsl, tenant, rollout)
                .map(found -> new RolloutView(found, attributions.of(dsl, tenant, rollout)))
                .orElseThrow(() -> new NotFound("rollout")));
  }
}
