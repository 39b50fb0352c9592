package io.autodidact.identity;

import io.autodidact.api.OnRole;
import io.autodidact.api.Page;
import io.autodidact.api.Role;
import io.autodidact.tenant.Caller;
import io.autodidact.tenant.Member;
import io.autodidact.tenant.PersonRole;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes for who belongs to the own tenant. */
@RestController
@OnRole(Role.API)
@RequestMapping("/api/v1/members")
class MemberApi {
  private final Team team;

  MemberApi(Team team) {
    this.team = team;
  }

  /** The role a member is to have. */
  record NewRole(PersonRole role) {}

  /** Opens an account once; shown this once. */
  record OneTime(String firstPassword) {}

  @Operation(summary = "List the members")
  @GetMapping
  Page<Member> list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "00000000-0000-0000-0000-000000000000") UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    return Page.of(
        team.list(caller.tenant(), after, most + 1), most, member -> member.id().toString());
  }

  @Operation(summary = "Invite a member")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Invited invite(@AuthenticationPrincipal Caller caller, @RequestBody Invitation invitation) {
    return team.invite(caller.tenant(), invitation);
  }

  @Operation(summary = "Change a member's role")
  @PutMapping("/{id}/role")
  Member changeRole(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @RequestBody NewRole wanted) {
    return team.changeRole(caller.tenant(), id, wanted.role());
  }

  @Operation(summary = "Give a new member another first password")
  @PostMapping("/{id}/first-password")
  OneTime firstPassword(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return new OneTime(team.firstPassword(caller.tenant(), id));
  }

  @Operation(summary = "Remove a member")
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    team.remove(caller.tenant(), id);
  }
}
