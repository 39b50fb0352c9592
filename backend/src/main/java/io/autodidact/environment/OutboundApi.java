package io.autodidact.environment;

import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.environment.AllowNetworks.Opening;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Routes by which a platform admin opens networks to an environment. */
@RestController
@OnRole(Role.API)
@RequestMapping("/api/v1/platform/tenants/{tenant}/environments/{environment}/networks")
class OutboundApi {
  private final AllowNetworks allow;
  private final AllowedNetworks allowed;

  OutboundApi(AllowNetworks allow, AllowedNetworks allowed) {
    this.allow = allow;
    this.allowed = allowed;
  }

  /**
   * Networks of an environment.
   *
   * @param networks like {@code 10.1.0.0/16}; none closes all
   */
  record Networks(List<String> networks, String reason) {}

  @Operation(summary = "Open networks beyond the public internet to an environment")
  @PutMapping
  List<String> open(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID tenant,
      @PathVariable String environment,
      @RequestBody Networks wanted) {
    var networks = wanted.networks().stream().map(Network::new).toList();
    var opening = new Opening(new TenantId(tenant), environment, networks, wanted.reason());
    return allow.allow(caller, opening).stream().map(Network::text).toList();
  }

  @Operation(summary = "Show the networks opened to an environment")
  @GetMapping
  List<String> show(@PathVariable UUID tenant, @PathVariable String environment) {
    return allowed.networks(new TenantId(tenant), environment).stream().map(Network::text).toList();
  }
}
