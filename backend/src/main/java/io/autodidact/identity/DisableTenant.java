package io.autodidact.identity;

import io.autodidact.api.NotFound;
import io.autodidact.tenant.Audit;
import io.autodidact.tenant.Change;
import io.autodidact.tenant.Tenant;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantRepository;
import io.autodidact.tenant.TenantTransaction;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Shuts a tenant's people and keys out from their next request on, and lets them in again. */
@Component
public class DisableTenant {
  private final TenantTransaction tenantTransaction;
  private final TenantRepository tenants;
  private final FollowChanges follow;
  private final IdentityJobs jobs;
  private final ApplicationEventPublisher news;

  DisableTenant(
      TenantTransaction tenantTransaction,
      TenantRepository tenants,
      FollowChanges follow,
      IdentityJobs jobs,
      ApplicationEventPublisher news) {
    this.tenantTransaction = tenantTransaction;
    this.tenants = tenants;
    this.follow = follow;
    this.jobs = jobs;
    this.news = news;
  }

  /** Nothing of theirs is deleted. */
  public Tenant disable(TenantId tenant) {
    var disabled = change(tenant, Tenant.State.DISABLED);
    news.publishEvent(new AccessEnded(tenant, Optional.empty()));
    return disabled;
  }

  public Tenant enable(TenantId tenant) {
    return change(tenant, Tenant.State.ACTIVE);
  }

  private Tenant change(TenantId tenant, Tenant.State state) {
    tenantTransaction.run(
        tenant,
        dsl -> {
          if (!tenants.setState(dsl, tenant, state)) {
            throw new NotFound("tenant");
          }
          jobs.follow(tenant);
          Audit.record(
              dsl,
              tenant,
              Change.of("tenant.state-set", "tenant", tenant.value()).with(Map.of("after", state)));
        });
    try {
      follow.tenant(tenant);
    } catch (DirectoryAway e) {
      // It holds here already; the job tells the directory when it is back.
    }
    return tenantTransaction.in(tenant, dsl -> tenants.find(dsl, tenant)).orElseThrow();
  }
}
