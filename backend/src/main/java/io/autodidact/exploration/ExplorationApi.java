package io.autodidact.exploration;

import io.autodidact.api.NotFound;
import io.autodidact.api.OnRole;
import io.autodidact.api.Page;
import io.autodidact.api.Role;
import io.autodidact.api.RunsOfTenant;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes for what exploring brought. */
@RestController
@OnRole(Role.API)
@RequestMapping("/api/v1/learning-runs/{run}")
class ExplorationApi {
  private final TenantTransaction tenantTransaction;
  private final ExplorationRepository explorations;
  private final RunsOfTenant runs;

  ExplorationApi(
      TenantTransaction tenantTransaction, ExplorationRepository explorations, RunsOfTenant runs) {
    this.tenantTransaction = tenantTransaction;
    this.explorations = explorations;
    this.runs = runs;
  }

  @Operation(summary = "Show which operations were reached, and why others were not")
  @GetMapping("/coverage")
  Coverage coverage(@AuthenticationPrincipal Caller caller, @PathVariable UUID run) {
    return tenantTransaction
        .in(caller.tenant(), dsl -> explorations.coverage(dsl, new RunScope(caller.tenant(), run)))
        .orElseThrow(() -> new NotFound("exploration; it appears when the run has explored"));
  }

  @Operation(summary = "List what is wrong with the software or its description")
  @GetMapping("/findings")
  Page<Finding> findings(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID run,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "50") int limit) {
    var scope = new RunScope(caller.tenant(), run);
    List<Finding> all =
        tenantTransaction.in(
            caller.tenant(),
            dsl -> {
              runs.require(dsl, scope);
              return explorations.findings(dsl, scope);
            });
    int from = Math.clamp(after, 0, all.size());
    int most = Page.limit(limit);
    var rows = all.subList(from, Math.min(all.size(), from + most + 1));
    return Page.of(rows, most, last -> Integer.toString(from + most));
  }
}
