package io.autodidact.identity;

import io.autodidact.api.Conflict;
import io.autodidact.tenant.PersonRole;
import io.autodidact.tenant.Tenant;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantRepository;
import io.autodidact.tenant.TenantTransaction;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Makes a tenant with somebody who runs it. */
@Component
public class CreateTenant {
  private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private final TenantTransaction tenantTransaction;
  private final TenantRepository tenants;
  private final InviteMember invite;
  private final Directory directory;

  CreateTenant(
      TenantTransaction tenantTransaction,
      TenantRepository tenants,
      InviteMember invite,
      Directory directory) {
    this.tenantTransaction = tenantTransaction;
    this.tenants = tenants;
    this.invite = invite;
    this.directory = directory;
  }

  /** The tenant, and whom it was given to. */
  public record Created(Tenant tenant, Optional<String> firstPassword) {
    @Override
    public String toString() {
      return "Created " + tenant;
    }
  }

  /**
   * Writes the tenant and its admin down and has the directory follow: now if it answers, else as
   * soon as it does.
   *
   * @param alias its name in addresses and tokens; never changes
   * @throws Conflict if the alias is taken
   */
  public Created create(String alias, String name, Invitation admin) {
    if (!directory.isThere()) {
      throw NoDirectory.refusal();
    }
    if (!ALIAS.matcher(alias).matches()) {
      throw new IllegalArgumentException(
          "An alias has 1 to 63 small letters, digits and hyphens, such as acme-trading.");
    }
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException("A tenant's name has 1 to 200 characters.");
    }
    var id = new TenantId(UUID.randomUUID());
    var running = new Invitation(admin.email(), admin.name(), Optional.of(PersonRole.TENANT_ADMIN));
    var member =
        tenantTransaction.in(
            id,
            dsl -> {
              if (!tenants.insert(dsl, id, alias, name.strip(), false)) {
                throw new Conflict(
                    "There is a tenant " + alias + " already; choose another alias.");
              }
              return invite.write(dsl, id, running);
            });
    var firstPassword = invite.tryNow(id, member);
    return new Created(
        tenantTransaction.in(id, dsl -> tenants.find(dsl, id)).orElseThrow(), firstPassword);
  }
}
