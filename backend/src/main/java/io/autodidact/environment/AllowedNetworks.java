package io.autodidact.environment;

import static io.autodidact.schema.Tables.ALLOWED_NETWORK;

import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/**
 * Networks beyond the public internet that one environment's software may live in, by the
 * environment's name: its software can not be registered before it can be reached.
 */
@Repository
public class AllowedNetworks {
  private final TenantTransaction tenantTransaction;

  AllowedNetworks(TenantTransaction tenantTransaction) {
    this.tenantTransaction = tenantTransaction;
  }

  /** The networks opened for the environment of that name. */
  public List<Network> networks(TenantId tenant, String environment) {
    return tenantTransaction.in(tenant, dsl -> networks(dsl, tenant, environment));
  }

  List<Network> networks(DSLContext dsl, TenantId tenant, String environment) {
    return dsl.select(ALLOWED_NETWORK.NETWORK)
        .from(ALLOWED_NETWORK)
        .where(
            ALLOWED_NETWORK.TENANT_ID.eq(tenant.value()),
            ALLOWED_NETWORK.ENVIRONMENT_NAME.eq(environment))
        .orderBy(ALLOWED_NETWORK.NETWORK)
        .fetch(row -> new Network(row.value1()));
  }

  void replace(
      DSLContext dsl, TenantId tenant, String environment, List<Network> networks, String reason) {
    dsl.deleteFrom(ALLOWED_NETWORK)
        .where(
            ALLOWED_NETWORK.TENANT_ID.eq(tenant.value()),
            ALLOWED_NETWORK.ENVIRONMENT_NAME.eq(environment))
        .execute();
    networks.forEach(
        network ->
            dsl.insertInto(ALLOWED_NETWORK)
                .set(ALLOWED_NETWORK.TENANT_ID, tenant.value())
                .set(ALLOWED_NETWORK.ENVIRONMENT_NAME, environment)
                .set(ALLOWED_NETWORK.NETWORK, network.text())
                .set(ALLOWED_NETWORK.REASON, reason)
                .execute());
  }
}
