package io.autodidact.environment;

import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.environment.RotateKeys.Rotation;
import io.autodidact.tenant.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The route by which a platform admin rotates the key of the secrets. */
@RestController
@OnRole(Role.API)
class KeyApi {
  private final RotateKeys rotate;

  KeyApi(RotateKeys rotate) {
    this.rotate = rotate;
  }

  @Operation(summary = "Replace the key that the tenants' data keys are sealed under")
  @PostMapping("/api/v1/platform/keys/rotate")
  Rotation rotate(@AuthenticationPrincipal Caller caller) {
    return rotate.rotate(caller);
  }
}
