package io.autodidact.identity;

import io.autodidact.tenant.Member;
import io.autodidact.tenant.MemberRepository;
import io.autodidact.tenant.PersonRole;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Changes what a member may do; that holds at the next request. Roles in a tenant are kept here
 * alone: a role of the realm would hold in every tenant.
 */
@Component
public class ChangeRole {
  private final TenantTransaction tenantTransaction;
  private final MemberRepository members;

  ChangeRole(TenantTransaction tenantTransaction, MemberRepository members) {
    this.tenantTransaction = tenantTransaction;
    this.members = members;
  }

  /**
   * Gives a member that role.
   *
   * @throws io.autodidact.api.Conflict if nobody would be left to run the tenant
   */
  public Member change(TenantId tenant, UUID id, PersonRole role) {
    if (role == PersonRole.PLATFORM_ADMIN) {
      throw new IllegalArgumentException("A member is a business user or a tenant admin.");
    }
    return tenantTransaction.in(
        tenant,
        dsl -> {
          var member = RemoveMember.require(dsl, members, tenant, id);
          if (role != PersonRole.TENANT_ADMIN) {
            RemoveMember.requireAnotherAdmin(dsl, members, tenant, member);
          }
          members.setRole(dsl, tenant, id, role);
          return members.find(dsl, tenant, id).orElseThrow();
        });
  }
}
