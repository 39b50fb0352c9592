package io.autodidact.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What an identity may act as. Tokens say who somebody is and in which organisations; what they are
 * there is written here, so that a change or a removal holds at the next request and not when a
 * token expires.
 */
@Component
public class Memberships {
  private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private final TenantTransaction tenantTransaction;
  private final TenantRepository tenants;
  private final MemberRepository members;

  Memberships(
      TenantTransaction tenantTransaction, TenantRepository tenants, MemberRepository members) {
    this.tenantTransaction = tenantTransaction;
    this.tenants = tenants;
    this.members = members;
  }

  /** Everything they may act as, tenants by name, the platform last. */
  public List<Membership> of(Identity who) {
    var all = new ArrayList<Membership>();
    for (var tenant : tenants(who.organisations())) {
      if (tenant.state() == Tenant.State.ACTIVE) {
        tenantTransaction
            .in(tenant.id(), dsl -> arrive(dsl, tenant, who))
            .filter(Member::belongs)
            .ifPresent(member -> all.add(membership(who, tenant, member)));
      }
    }
    if (who.has(PersonRole.PLATFORM_ADMIN)) {
      all.add(ofPlatform(who));
    }
    return List.copyOf(all);
  }

  /** What they are in that tenant now; empty if they were removed or it was disabled. */
  public Optional<Membership> in(TenantId tenant, Identity who) {
    if (tenant.equals(TenantId.PLATFORM)) {
      return who.has(PersonRole.PLATFORM_ADMIN) ? Optional.of(ofPlatform(who)) : Optional.empty();
    }
    return tenantTransaction.in(
        tenant,
        dsl ->
            tenants
                .find(dsl, tenant)
                .filter(company -> company.state() == Tenant.State.ACTIVE)
                .flatMap(
                    company ->
                        members
                            .ofPerson(dsl, tenant, who.subject())
                            .filter(Member::belongs)
                            .map(member -> membership(who, company, member))));
  }

  private static Membership ofPlatform(Identity who) {
    return new Membership(
        who, TenantId.PLATFORM, "platform", "Platform", PersonRole.PLATFORM_ADMIN);
  }

  private static Membership membership(Identity who, Tenant tenant, Member member) {
    return new Membership(who, tenant.id(), tenant.alias(), tenant.name(), member.role());
  }

  /** Organisations that were made in the directory by hand become tenants when somebody comes. */
  private List<Tenant> tenants(Set<String> aliases) {
    if (aliases.isEmpty()) {
      return List.of();
    }
    return tenantTransaction.in(
        TenantId.PLATFORM,
        dsl -> {
          var known = tenants.withAliases(dsl, aliases);
          if (known.size() == aliases.size()) {
            return known;
          }
          var old = known.stream().map(Tenant::alias).collect(Collectors.toSet());
          aliases.stream()
              .filter(alias -> ALIAS.matcher(alias).matches() && !old.contains(alias))
              .forEach(
                  alias ->
                      tenants.insert(
                          dsl, new TenantId(UUID.randomUUID()), alias, inWords(alias), true));
          return tenants.withAliases(dsl, aliases);
        });
  }

  static String inWords(String alias) {
    var words = alias.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private Optional<Member> arrive(DSLContext dsl, Tenant tenant, Identity who) {
    var known = members.ofPerson(dsl, tenant.id(), who.subject());
    if (known.isPresent() && known.get().state() != Member.State.INVITED) {
      return known;
    }
    members.lock(dsl, tenant.id());
    var expected = known.or(() -> expected(dsl, tenant, who));
    if (expected.isEmpty()) {
      welcome(dsl, tenant.id(), who);
    } else if (expected.get().belongs()) {
      members.arrived(dsl, tenant.id(), expected.get().id(), who.subject());
    }
    return members.ofPerson(dsl, tenant.id(), who.subject());
  }

  /** By e-mail, where the directory made the account and we have not heard of it. */
  private Optional<Member> expected(DSLContext dsl, Tenant tenant, Identity who) {
    return who.email()
        .flatMap(email -> members.withEmail(dsl, tenant.id(), email))
        .filter(member -> member.person().isEmpty());
  }

  /**
   * Whom the directory's administrators put into the organisation comes in as a business user; the
   * first whose account is a tenant admin's runs a tenant that nobody runs yet.
   */
  private void welcome(DSLContext dsl, TenantId tenant, Identity who) {
    if (members.ofPerson(dsl, tenant, who.subject()).isPresent()) {
      return; // Another request of theirs was first.
    }
    var email = who.email().filter(free -> members.withEmail(dsl, tenant, free).isEmpty());
    var id = UUID.randomUUID();
    boolean runs = who.has(PersonRole.TENANT_ADMIN) && !members.hasOtherAdmin(dsl, tenant, id);
    members.insert(
        dsl,
        tenant,
        new Member(
            id,
            Optional.of(who.subject()),
            email,
            who.name(),
            runs ? PersonRole.TENANT_ADMIN : PersonRole.BUSINESS_USER,
            Member.State.ACTIVE,
            1,
            true));
  }
}
