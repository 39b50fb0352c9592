package io.autodidact.rollout;

import io.autodidact.api.OnRole;
import io.autodidact.api.Page;
import io.autodidact.api.Role;
import io.autodidact.api.RunsOfTenant;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The route for lists of attempts; a single one is shown with its credit. */
@RestController
@OnRole(Role.API)
class RolloutApi {
  private final TenantTransaction tenantTransaction;
  private final RolloutRepository rollouts;
  private final RunsOfTenant runs;

  RolloutApi(TenantTransaction tenantTransaction, RolloutRepository rollouts, RunsOfTenant runs) {
    this.tenantTransaction = tenantTransaction;
    this.rollouts = rollouts;
    this.runs = runs;
  }

  @Operation(summary = "List the attempts of a learning run")
  @GetMapping("/api/v1/learning-runs/{run}/rollouts")
  Page<RolloutSummary> list(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID run,
      RolloutFilter wanted,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    var scope = new RunScope(caller.tenant(), run);
    return tenantTransaction.in(
        caller.tenant(),
        dsl -> {
          runs.require(dsl, scope);
          return rollouts.list(dsl, scope, wanted, after, Page.limit(limit));
        });
  }
}
