package io.autodidact.environment;

import io.autodidact.api.NotFound;
import io.autodidact.api.OnRole;
import io.autodidact.api.Page;
import io.autodidact.api.Role;
import io.autodidact.environment.SecretVault.SecretName;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes for environments and the secrets they name. */
@RestController
@OnRole(Role.API)
@RequestMapping("/api/v1")
class EnvironmentApi {
  private final TenantTransaction tenantTransaction;
  private final EnvironmentRepository environments;
  private final CatalogueRepository catalogues;
  private final RegisterEnvironment register;
  private final SecretVault secrets;

  EnvironmentApi(
      TenantTransaction tenantTransaction,
      EnvironmentRepository environments,
      CatalogueRepository catalogues,
      RegisterEnvironment register,
      SecretVault secrets) {
    this.tenantTransaction = tenantTransaction;
    this.environments = environments;
    this.catalogues = catalogues;
    this.register = register;
    this.secrets = secrets;
  }

  /** A secret's new value; it can never be read again. */
  record SecretValue(String value) {}

  @Operation(summary = "Keep a secret")
  @PutMapping("/secrets/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void keepSecret(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String name,
      @RequestBody SecretValue secret) {
    secrets.keep(caller.tenant(), name, secret.value());
  }

  @Operation(summary = "List the names of secrets; their values can not be read")
  @GetMapping("/secrets")
  List<SecretName> secrets(@AuthenticationPrincipal Caller caller) {
    return secrets.names(caller.tenant());
  }

  @Operation(summary = "Register software")
  @PostMapping("/environments")
  @ResponseStatus(HttpStatus.CREATED)
  Environment register(@AuthenticationPrincipal Caller caller, @RequestBody EnvironmentData data) {
    return register.register(caller.tenant(), data);
  }

  @Operation(summary = "List environments")
  @GetMapping("/environments")
  Page<EnvironmentSummary> list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    return tenantTransaction.in(
        caller.tenant(),
        dsl -> environments.summaries(dsl, caller.tenant(), after, Page.limit(limit)));
  }

  @Operation(summary = "Show an environment")
  @GetMapping("/environments/{id}")
  Environment show(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return tenantTransaction
        .in(caller.tenant(), dsl -> environments.find(dsl, caller.tenant(), new EnvironmentId(id)))
        .orElseThrow(() -> new NotFound("environment"));
  }

  @Operation(summary = "Test the connection")
  @PostMapping("/environments/{id}/test")
  ConnectionReport test(@AuthenticationPrincipal Caller caller, @PathVariable UUID id)
      throws InterruptedException {
    return register.test(caller.tenant(), new EnvironmentId(id));
  }

  @Operation(summary = "Show what the software offers")
  @GetMapping("/environments/{id}/catalogue")
  StoredCatalogue catalogue(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return tenantTransaction
        .in(caller.tenant(), dsl -> catalogues.newest(dsl, caller.tenant(), new EnvironmentId(id)))
        .orElseThrow(() -> new NotFound("environment"));
  }
}
