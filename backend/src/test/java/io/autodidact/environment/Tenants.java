package io.autodidact.environment;

import io.autodidact.migrations.MigratedPostgres;
import io.autodidact.tenant.TenantId;
import io.autodidact.tenant.TenantTransaction;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A real database with as many tenants as a test asks for. */
final class Tenants {
  final MigratedPostgres postgres = MigratedPostgres.fresh();
  final TenantTransaction transaction =
      new TenantTransaction(DSL.using(postgres.app(), SQLDialect.POSTGRES));

  TenantId create() {
    var tenant = new TenantId(UUID.randomUUID());
    transaction.run(
        tenant,
        dsl ->
            dsl.execute("INSERT INTO tenant (tenant_id, name) VALUES (?, 'test')", tenant.value()));
    return tenant;
  }

  /** Sees and changes everything, as somebody with the database in hand would. */
  DSLContext owner() {
    return DSL.using(postgres.owner(), SQLDialect.POSTGRES);
  }
}
