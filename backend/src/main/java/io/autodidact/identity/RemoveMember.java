package io.autodidact.identity;

import io.autodidact.api.Conflict;
import io.autodidact.api.NotFound;
import io.autodidact.tenant.Member;
import io.autodidact.tenant.MemberRepository;
import io.autodidact.tenant.PersonRole;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends a membership; that holds at the next request. */
@Component
public class RemoveMember {
  private final TenantTransaction tenantTransaction;
  private final MemberRepository members;
  private final FollowChanges follow;
  private final IdentityJobs jobs;
  private final ApplicationEventPublisher news;

  RemoveMember(
      TenantTransaction tenantTransaction,
      MemberRepository members,
      FollowChanges follow,
      IdentityJobs jobs,
      ApplicationEventPublisher news) {
    this.tenantTransaction = tenantTransaction;
    this.members = members;
    this.follow = follow;
    this.jobs = jobs;
    this.news = news;
  }

  /**
   * Ends the membership. Their account stays, for other tenants.
   *
   * @throws Conflict if nobody would be left to run the tenant
   */
  public void remove(TenantId tenant, UUID id) {
    var member =
        tenantTransaction.in(
            tenant,
            dsl -> {
              var there = require(dsl, members, tenant, id);
              requireAnotherAdmin(dsl, members, tenant, there);
              members.change(dsl, tenant, id, there.role(), Member.State.REMOVED);
              jobs.follow(tenant, id);
              return there;
            });
    member
        .person()
        .ifPresent(person -> news.publishEvent(new AccessEnded(tenant, Optional.of(person))));
    try {
      follow.member(tenant, id, FirstPassword.random());
    } catch (DirectoryAway e) {
      // It holds here already; the job tells the directory when it is back.
    }
  }

  static Member require(DSLContext dsl, MemberRepository members, TenantId tenant, UUID id) {
    members.lock(dsl, tenant);
    return members
        .find(dsl, tenant, id)
        .filter(Member::belongs)
        .orElseThrow(() -> new NotFound("member"));
  }

  static void requireAnotherAdmin(
      DSLContext dsl, MemberRepository members, TenantId tenant, Member leaving) {
    if (leaving.role() == PersonRole.TENANT_ADMIN
        && !members.hasOtherAdmin(dsl, tenant, leaving.id())) {
      throw new Conflict(
          "Nobody else runs this tenant. Make somebody else a tenant admin first, then try again.");
    }
  }
}
