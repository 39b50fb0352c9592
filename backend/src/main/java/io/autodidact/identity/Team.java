package io.autodidact.identity;

import io.autodidact.tenant.Member;
import io.autodidact.tenant.MemberRepository;
import io.autodidact.tenant.PersonRole;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Everything that can be seen and done about a tenant's members. */
@Component
public class Team {
  private final TenantTransaction tenantTransaction;
  private final MemberRepository members;
  private final InviteMember invite;
  private final ChangeRole changeRole;
  private final RemoveMember remove;

  Team(
      TenantTransaction tenantTransaction,
      MemberRepository members,
      InviteMember invite,
      ChangeRole changeRole,
      RemoveMember remove) {
    this.tenantTransaction = tenantTransaction;
    this.members = members;
    this.invite = invite;
    this.changeRole = changeRole;
    this.remove = remove;
  }

  /** In the order of their ids, those behind that one. */
  List<Member> list(TenantId tenant, UUID after, int limit) {
    return tenantTransaction.in(tenant, dsl -> members.list(dsl, tenant, after, limit));
  }

  /** By name. */
  public List<Member> page(TenantId tenant, int offset, int limit) {
    return tenantTransaction.in(tenant, dsl -> members.page(dsl, tenant, offset, limit));
  }

  public int count(TenantId tenant) {
    return tenantTransaction.in(tenant, dsl -> members.count(dsl, tenant));
  }

  /** As {@link InviteMember#invite}. */
  public Invited invite(TenantId tenant, Invitation invitation) {
    return invite.invite(tenant, invitation);
  }

  /** As {@link InviteMember#firstPassword}. */
  public String firstPassword(TenantId tenant, UUID member) {
    return invite.firstPassword(tenant, member);
  }

  /** As {@link ChangeRole#change}. */
  public Member changeRole(TenantId tenant, UUID member, PersonRole role) {
    return changeRole.change(tenant, member, role);
  }

  /** As {@link RemoveMember#remove}. */
  public void remove(TenantId tenant, UUID member) {
    remove.remove(tenant, member);
  }
}
