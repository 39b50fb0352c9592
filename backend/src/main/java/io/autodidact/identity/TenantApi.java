package io.autodidact.identity;

import io.autodidact.api.OnRole;
import io.autodidact.api.Page;
import io.autodidact.api.Role;
import io.autodidact.identity.CreateTenant.Created;
import io.autodidact.tenant.Tenant;
import io.autodidact.tenant.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes for tenants, for whoever runs the platform. */
@RestController
@OnRole(Role.API)
@RequestMapping("/api/v1/tenants")
class TenantApi {
  private final Companies companies;

  TenantApi(Companies companies) {
    this.companies = companies;
  }

  /** A tenant to be made, and who is to run it. */
  record NewTenant(String alias, String name, Invitation admin) {}

  @Operation(summary = "List the tenants")
  @GetMapping
  Page<Tenant> list(
      @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    return Page.of(companies.list(after, most + 1), most, Tenant::alias);
  }

  @Operation(summary = "Create a tenant")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Created create(@RequestBody NewTenant wanted) {
    return companies.create(wanted.alias(), wanted.name(), wanted.admin());
  }

  @Operation(summary = "Disable a tenant")
  @PostMapping("/{id}/disable")
  Tenant disable(@PathVariable UUID id) {
    return companies.disable(new TenantId(id));
  }

  @Operation(summary = "Enable a tenant again")
  @PostMapping("/{id}/enable")
  Tenant enable(@PathVariable UUID id) {
    return companies.enable(new TenantId(id));
  }
}
