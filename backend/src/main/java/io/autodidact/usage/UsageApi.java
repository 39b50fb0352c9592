package io.autodidact.usage;

import io.autodidact.api.OnRole;
import io.autodidact.api.Role;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.TenantId;
import io.autodidact.usage.UsageQueries.TenantUsage;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Routes for usage and quotas. */
@RestController
@OnRole(Role.API)
@RequestMapping("/api/v1")
class UsageApi {
  private final UsageQueries usage;
  private final SetQuotas set;

  UsageApi(UsageQueries usage, SetQuotas set) {
    this.usage = usage;
    this.set = set;
  }

  @Operation(summary = "Show your usage against your quotas")
  @GetMapping("/usage")
  TenantUsage mine(@AuthenticationPrincipal Caller caller) {
    return usage.of(caller.tenant());
  }

  @Operation(summary = "Show a tenant's usage against its quotas")
  @GetMapping("/platform/tenants/{tenant}/usage")
  TenantUsage usage(@PathVariable UUID tenant) {
    return usage.of(new TenantId(tenant));
  }

  @Operation(summary = "Show a tenant's quotas")
  @GetMapping("/platform/tenants/{tenant}/quotas")
  Quotas quotas(@PathVariable UUID tenant) {
    return usage.quotas(new TenantId(tenant));
  }

  @Operation(summary = "Set a tenant's quotas")
  @PutMapping("/platform/tenants/{tenant}/quotas")
  Quotas set(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID tenant,
      @RequestBody Quotas quotas) {
    return set.set(caller, new TenantId(tenant), quotas);
  }
}
