package io.autodidact.identity;

import io.autodidact.identity.Directory.Guest;
import io.autodidact.tenant.Member;
import io.autodidact.tenant.MemberRepository;
import io.autodidact.tenant.Tenant;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantRepository;
import io.autodidact.tenant.TenantTransaction;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the directory follow what is written here. May be repeated, and looks at how things stand,
 * not at what happened: whatever half was done before, the rest is done now.
 */
@Component
class FollowChanges {
  private static final Logger LOG = LoggerFactory.getLogger(FollowChanges.class);

  private final TenantTransaction tenantTransaction;
  private final TenantRepository tenants;
  private final MemberRepository members;
  private final Directory directory;

  FollowChanges(
      TenantTransaction tenantTransaction,
      TenantRepository tenants,
      MemberRepository members,
      Directory directory) {
    this.tenantTransaction = tenantTransaction;
    this.tenants = tenants;
    this.members = members;
    this.directory = directory;
  }

  /** The organisation. */
  void tenant(TenantId id) {
    var tenant = find(id);
    if (!tenant.inStep()) {
      directory.organisation(tenant.alias(), tenant.name(), tenant.state() == Tenant.State.ACTIVE);
      tenantTransaction.run(id, dsl -> tenants.markInStep(dsl, tenant));
    }
  }

  private Tenant find(TenantId id) {
    return tenantTransaction.in(id, dsl -> tenants.find(dsl, id)).orElseThrow();
  }

  /**
   * The account and whether it belongs.
   *
   * @param firstPassword for an account that has to be made
   * @return the password, if an account was made
   */
  Optional<String> member(TenantId tenant, UUID id, String firstPassword) {
    tenant(tenant);
    var alias = find(tenant).alias();
    var member = tenantTransaction.in(tenant, dsl -> members.find(dsl, tenant, id)).orElseThrow();
    if (member.inStep()) {
      return Optional.empty();
    }
    if (member.belongs()) {
      return belong(tenant, alias, member, firstPassword);
    }
    member.person().ifPresent(person -> directory.leave(alias, person));
    tenantTransaction.run(tenant, dsl -> members.markInStep(dsl, tenant, member));
    return Optional.empty();
  }

  private Optional<String> belong(
      TenantId tenant, String alias, Member member, String firstPassword) {
    if (member.person().isPresent()) {
      directory.join(alias, member.person().get());
      tenantTransaction.run(tenant, dsl -> members.markInStep(dsl, tenant, member));
      return Optional.empty();
    }
    var welcomed =
        directory.welcome(
            alias,
            new Guest(member.id(), member.email().orElseThrow(), member.name(), firstPassword));
    tenantTransaction.run(
        tenant,
        dsl -> {
          members.isPerson(dsl, tenant, member.id(), welcomed.person());
          members.markInStep(dsl, tenant, member);
        });
    return welcomed.made() ? Optional.of(firstPassword) : Optional.empty();
  }

  /**
   * As a job does it, when nobody waits for the answer any more. Does nothing for whom there is no
   * more: an invitation that failed is forgotten, its promise stays.
   */
  void later(TenantId tenant, Optional<UUID> member) {
    if (isGone(tenant, member)) {
      return;
    }
    if (member.isEmpty()) {
      tenant(tenant);
      return;
    }
    try {
      member(tenant, member.get(), FirstPassword.random());
    } catch (UnconfirmedAccount e) {
      LOG.warn("Member {} of {} has an unconfirmed account and stays out", member.get(), tenant);
      tenantTransaction.run(tenant, dsl -> members.forget(dsl, tenant, member.get()));
    }
  }

  private boolean isGone(TenantId tenant, Optional<UUID> member) {
    return tenantTransaction.in(
        tenant,
        dsl ->
            tenants.find(dsl, tenant).isEmpty()
                || member.filter(id -> members.find(dsl, tenant, id).isEmpty()).isPresent());
  }
}
