package io.autodidact.identity;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.Member;
import io.autodidact.tenant.MemberRepository;
import io.autodidact.tenant.PersonRole;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Lets somebody work for a tenant. */
@Component
public class InviteMember {
  private final TenantTransaction tenantTransaction;
  private final MemberRepository members;
  private final FollowChanges follow;
  private final IdentityJobs jobs;
  private final Directory directory;

  InviteMember(
      TenantTransaction tenantTransaction,
      MemberRepository members,
      FollowChanges follow,
      IdentityJobs jobs,
      Directory directory) {
    this.tenantTransaction = tenantTransaction;
    this.members = members;
    this.follow = follow;
    this.jobs = jobs;
    this.directory = directory;
  }

  /**
   * Writes the member down and has the directory follow: now if it answers, else as soon as it
   * does.
   *
   * @throws Conflict if they belong already, or their account is not confirmed
   */
  public Invited invite(TenantId tenant, Invitation invitation) {
    if (!directory.isThere()) {
      throw NoDirectory.refusal();
    }
    var id = tenantTransaction.in(tenant, dsl -> write(dsl, tenant, invitation));
    var firstPassword = tryNow(tenant, id);
    return new Invited(find(tenant, id), firstPassword);
  }

  /** Inside a transaction of the tenant. */
  UUID write(DSLContext dsl, TenantId tenant, Invitation invitation) {
    var role = invitation.role().orElse(PersonRole.BUSINESS_USER);
    var before = members.withEmail(dsl, tenant, invitation.email());
    if (before.filter(Member::belongs).isPresent()) {
      throw new Conflict(invitation.email() + " belongs to this tenant already.");
    }
    var id = before.map(Member::id).orElseGet(UUID::randomUUID);
    if (before.isPresent()) {
      members.change(dsl, tenant, id, role, Member.State.INVITED);
    } else {
      members.insert(
          dsl,
          tenant,
          new Member(
              id,
              Optional.empty(),
              Optional.of(invitation.email()),
              invitation.name(),
              role,
              Member.State.INVITED,
              1,
              false));
    }
    jobs.follow(tenant, id);
    Audit.record(dsl, tenant, Change.of("member.invited", "member", id).with(Map.of("role", role)));
    return id;
  }

  Optional<String> tryNow(TenantId tenant, UUID id) {
    try {
      return follow.member(tenant, id, FirstPassword.random());
    } catch (UnconfirmedAccount e) {
      tenantTransaction.run(
          tenant,
          dsl -> {
            members.forget(dsl, tenant, id);
            Audit.record(dsl, tenant, Change.of("member.forgotten", "member", id));
          });
      throw new Conflict(
          "There is an account with this e-mail that its owner has not confirmed. Ask the"
              + " platform's admin to have it confirmed, then invite again.");
    } catch (DirectoryAway e) {
      return Optional.empty(); // The job goes on trying; the member shows as not yet in step.
    }
  }

  /**
   * Another first password for somebody who lost theirs before they used it.
   *
   * @throws Conflict if the account was used, or was not made for this tenant
   */
  public String firstPassword(TenantId tenant, UUID id) {
    var password = FirstPassword.random();
    var person = find(tenant, id).person();
    if (person.isEmpty() || !directory.firstPassword(person.get(), id, password)) {
      throw new Conflict(
          "The account is in use, or was not made for this invitation; its owner can ask for a new"
              + " password at the sign-in.");
    }
    return password;
  }

  private Member find(TenantId tenant, UUID id) {
    return tenantTransaction
        .in(tenant, dsl -> members.find(dsl, tenant, id))
        .orElseThrow(() -> new NotFound("member"));
  }
}
