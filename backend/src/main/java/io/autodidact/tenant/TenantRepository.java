package io.autodidact.tenant;

import static io.autodidact.schema.Tables.TENANT;

import io.autodidact.schema.tables.records.TenantRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/**
 * Companies. Inside a transaction of a tenant only its own row is seen; inside one of the {@link
 * TenantId#PLATFORM platform} all are.
 */
@Repository
public class TenantRepository {
  public Optional<Tenant> find(DSLContext dsl, TenantId tenant) {
    return dsl.selectFrom(TENANT)
        .where(TENANT.TENANT_ID.eq(tenant.value()))
        .fetchOptional(TenantRepository::read);
  }

  List<Tenant> withAliases(DSLContext dsl, Collection<String> aliases) {
    return dsl.selectFrom(TENANT)
        .where(TENANT.ALIAS.in(aliases), isCompany())
        .orderBy(TENANT.NAME)
        .fetch(TenantRepository::read);
  }

  /** By name, those behind that alias. */
  public List<Tenant> list(DSLContext dsl, String after, int limit) {
    return dsl.selectFrom(TENANT)
        .where(TENANT.ALIAS.gt(after), isCompany())
        .orderBy(TENANT.ALIAS)
        .limit(limit)
        .fetch(TenantRepository::read);
  }

  public List<Tenant> page(DSLContext dsl, int offset, int limit) {
    return dsl.selectFrom(TENANT)
        .where(isCompany())
        .orderBy(TENANT.NAME, TENANT.TENANT_ID)
        .offset(offset)
        .limit(limit)
        .fetch(TenantRepository::read);
  }

  public int count(DSLContext dsl) {
    return dsl.fetchCount(TENANT, isCompany());
  }

  /** A new company; false if the alias is taken. */
  public boolean insert(DSLContext dsl, TenantId tenant, String alias, String name, boolean known) {
    return dsl.insertInto(TENANT)
            .set(TENANT.TENANT_ID, tenant.value())
            .set(TENANT.ALIAS, alias)
            .set(TENANT.NAME, name)
            .set(TENANT.IN_STEP, known ? 1 : 0)
            .onConflict(TENANT.ALIAS)
            .doNothing()
            .execute()
        == 1;
  }

  public boolean setState(DSLContext dsl, TenantId tenant, Tenant.State state) {
    return dsl.update(TENANT)
            .set(TENANT.STATE, state.name())
            .set(TENANT.VERSION, TENANT.VERSION.plus(1))
            .where(TENANT.TENANT_ID.eq(tenant.value()), isCompany())
            .execute()
        == 1;
  }

  /** The directory has followed the row as it was read, unless it has changed since. */
  public void markInStep(DSLContext dsl, Tenant tenant) {
    dsl.update(TENANT)
        .set(TENANT.IN_STEP, TENANT.VERSION)
        .where(TENANT.TENANT_ID.eq(tenant.id().value()), TENANT.STATE.eq(tenant.state().name()))
        .execute();
  }

  private static Condition isCompany() {
    return TENANT.TENANT_ID.ne(TenantId.PLATFORM.value());
  }

  private static Tenant read(TenantRecord row) {
    return new Tenant(
        new TenantId(row.getTenantId()),
        Optional.ofNullable(row.getAlias()).orElse(""),
        row.getName(),
        Tenant.State.valueOf(row.getState()),
        row.getCreatedAt().toInstant(),
        row.getVersion().equals(row.getInStep()));
  }
}
