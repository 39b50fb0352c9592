package io.autodidact.learning;

import io.autodidact.api.OnRole;
import io.autodidact.api.Page;
import io.autodidact.api.Role;
import io.autodidact.api.RunsOfTenant;
import io.autodidact.learning.RunEvents.RunEvent;
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

/** The figures of a run's iterations, as they were when each was over. */
@RestController
@OnRole(Role.API)
class IterationApi {
  private static final String KIND = "iteration";

  private final TenantTransaction tenantTransaction;
  private final RunsOfTenant runsOfTenant;
  private final RunEvents events;

  IterationApi(TenantTransaction tenantTransaction, RunsOfTenant runsOfTenant, RunEvents events) {
    this.tenantTransaction = tenantTransaction;
    this.runsOfTenant = runsOfTenant;
    this.events = events;
  }

  @Operation(summary = "List the figures of a learning run's iterations, oldest first")
  @GetMapping("/api/v1/learning-runs/{id}/iterations")
  Page<RunEvent> list(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "50") int limit) {
    var scope = new RunScope(caller.tenant(), id);
    int most = Page.limit(limit);
    return tenantTransaction.in(
        caller.tenant(),
        dsl -> {
          runsOfTenant.require(dsl, scope);
          var some = events.of(dsl, scope, KIND, after, most + 1);
          return Page.of(some, most, event -> Long.toString(event.seq()));
        });
  }
}
