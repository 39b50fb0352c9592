package io.autodidact.api;

import io.autodidact.tenant.Caller;
import io.autodidact.tenant.Permission;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The route that says who one is. */
@RestController
@OnRole(Role.API)
class MeApi {
  /** Who asks, for which tenant, and what they may do. */
  record Me(Caller.Kind kind, UUID id, String name, UUID tenant, Set<Permission> may) {}

  @Operation(summary = "Show who I am and what I may do")
  @GetMapping("/api/v1/me")
  Me me(@AuthenticationPrincipal Caller caller) {
    return new Me(caller.kind(), caller.id(), caller.name(), caller.tenant().value(), caller.may());
  }
}
