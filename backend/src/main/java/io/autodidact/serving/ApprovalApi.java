package io.autodidact.serving;

import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.serving.RedeemApproval.Redeemed;
import io.autodidact.tenant.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The route by which a person lets a destructive call happen. */
@RestController
@OnRole(Role.API)
class ApprovalApi {
  private final RedeemApproval redeem;

  ApprovalApi(RedeemApproval redeem) {
    this.redeem = redeem;
  }

  @Operation(summary = "Approve a call that can not be undone, and have it made")
  @PostMapping("/api/v1/approvals/{token}")
  Redeemed redeem(@AuthenticationPrincipal Caller caller, @PathVariable String token)
      throws InterruptedException {
    return redeem.redeem(caller, token);
  }
}
