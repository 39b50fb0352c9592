package io.autodidact.learning;

import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.tenant.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The route for estimates. */
@RestController
@OnRole(Role.API)
class EstimateApi {
  private final EstimateLearningRun estimate;

  EstimateApi(EstimateLearningRun estimate) {
    this.estimate = estimate;
  }

  @Operation(summary = "Estimate a learning run before it starts")
  @PostMapping("/api/v1/learning-runs/estimate")
  Estimate estimate(@AuthenticationPrincipal Caller caller, @RequestBody RunRequest request) {
    return estimate.estimate(caller.tenant(), request.budget().orElse(Budget.DEFAULT));
  }
}
