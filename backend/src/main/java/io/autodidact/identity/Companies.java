package io.autodidact.identity;

import io.autodidact.identity.CreateTenant.Created;
import io.autodidact.tenant.Tenant;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantRepository;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything that whoever runs the platform can see and do about its tenants. */
@Component
public class Companies {
  private final TenantTransaction tenantTransaction;
  private final TenantRepository tenants;
  private final CreateTenant create;
  private final DisableTenant disable;

  Companies(
      TenantTransaction tenantTransaction,
      TenantRepository tenants,
      CreateTenant create,
      DisableTenant disable) {
    this.tenantTransaction = tenantTransaction;
    this.tenants = tenants;
    this.create = create;
    this.disable = disable;
  }

  /** By alias, those behind that one. */
  List<Tenant> list(String after, int limit) {
    return tenantTransaction.in(TenantId.PLATFORM, dsl -> tenants.list(dsl, after, limit));
  }

  /** By name. */
  public List<Tenant> page(int offset, int limit) {
    return tenantTransaction.in(TenantId.PLATFORM, dsl -> tenants.page(dsl, offset, limit));
  }

  public int count() {
    return tenantTransaction.in(TenantId.PLATFORM, dsl -> tenants.count(dsl));
  }

  /** As {@link CreateTenant#create}. */
  public Created create(String alias, String name, Invitation admin) {
    return create.create(alias, name, admin);
  }

  /** As {@link DisableTenant#disable}. */
  public Tenant disable(TenantId tenant) {
    return disable.disable(tenant);
  }

  /** As {@link DisableTenant#enable}. */
  public Tenant enable(TenantId tenant) {
    return disable.enable(tenant);
  }
}
