package io.autodidact.goal;

import io.autodidact.api.NotFound;
import io.autodidact.api.OnRole;
import io.autodidact.api.Page;
import io.autodidact.api.Role;
import io.autodidact.environment.EnvironmentId;
import io.autodidact.environment.EnvironmentRepository;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes for goals. */
@RestController
@OnRole(Role.API)
@RequestMapping("/api/v1/environments/{environment}/goals")
class GoalApi {
  private final TenantTransaction tenantTransaction;
  private final EnvironmentRepository environments;
  private final GoalRepository goals;
  private final StateGoal stateGoal;

  GoalApi(
      TenantTransaction tenantTransaction,
      EnvironmentRepository environments,
      GoalRepository goals,
      StateGoal stateGoal) {
    this.tenantTransaction = tenantTransaction;
    this.environments = environments;
    this.goals = goals;
    this.stateGoal = stateGoal;
  }

  @Operation(summary = "State a goal")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Goal state(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID environment,
      @RequestBody GoalData data) {
    return stateGoal.state(caller.tenant(), environment, data);
  }

  @Operation(summary = "List the goals of an environment")
  @GetMapping
  Page<Goal> list(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID environment,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    return tenantTransaction.in(
        caller.tenant(),
        dsl -> {
          requireEnvironment(dsl, caller, environment);
          return goals.list(dsl, caller.tenant(), environment, after, Page.limit(limit));
        });
  }

  private void requireEnvironment(DSLContext dsl, Caller caller, UUID environment) {
    if (environments.find(dsl, caller.tenant(), new EnvironmentId(environment)).isEmpty()) {
      throw new NotFound("environment");
    }
  }
}
