package io.autodidact.release;

import io.autodidact.api.NotFound;
import io.autodidact.api.OnRole;
import io.autodidact.api.Page;
import io.autodidact.api.Role;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.TenantTransaction;
import io.swagger.v3.oas.annotations.Operation;
import java.util.SortedMap;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes for agents, their releases and aliases. */
@RestController
@OnRole(Role.API)
@RequestMapping("/api/v1/agents")
class ReleaseApi {
  private final TenantTransaction tenantTransaction;
  private final ReleaseRepository releases;
  private final MoveAlias moveAlias;

  ReleaseApi(TenantTransaction tenantTransaction, ReleaseRepository releases, MoveAlias moveAlias) {
    this.tenantTransaction = tenantTransaction;
    this.releases = releases;
    this.moveAlias = moveAlias;
  }

  @Operation(summary = "List agents")
  @GetMapping
  Page<String> agents(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    return tenantTransaction.in(
        caller.tenant(), dsl -> releases.agents(dsl, caller.tenant(), after, Page.limit(limit)));
  }

  @Operation(summary = "List an agent's releases and candidates, oldest first")
  @GetMapping("/{agent}/releases")
  Page<ReleaseView> list(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String agent,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(defaultValue = "50") int limit) {
    return tenantTransaction.in(
        caller.tenant(),
        dsl -> {
          releases.requireAgent(dsl, caller.tenant(), agent);
          return releases
              .list(dsl, caller.tenant(), agent, after, Page.limit(limit))
              .map(ReleaseView::of);
        });
  }

  @Operation(summary = "Show a release")
  @GetMapping("/{agent}/releases/{version}")
  ReleaseView show(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String agent,
      @PathVariable int version) {
    return tenantTransaction
        .in(caller.tenant(), dsl -> releases.find(dsl, caller.tenant(), agent, version))
        .map(ReleaseView::of)
        .orElseThrow(() -> new NotFound("release"));
  }

  @Operation(summary = "Show which release each alias points to")
  @GetMapping("/{agent}/aliases")
  SortedMap<String, Integer> aliases(
      @AuthenticationPrincipal Caller caller, @PathVariable String agent) {
    return tenantTransaction.in(
        caller.tenant(),
        dsl -> {
          releases.requireAgent(dsl, caller.tenant(), agent);
          return releases.aliases(dsl, caller.tenant(), agent);
        });
  }

  /** Where an alias shall point. */
  record Target(int version) {}

  @Operation(summary = "Point an alias to a release; to an earlier one is a rollback")
  @PutMapping("/{agent}/aliases/{alias}")
  ReleaseView move(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String agent,
      @PathVariable String alias,
      @RequestBody Target target) {
    return ReleaseView.of(moveAlias.move(caller.tenant(), agent, alias, target.version()));
  }
}
