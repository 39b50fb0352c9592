package io.autodidact.environment;

import static io.autodidact.schema.Tables.CATALOGUE;
import static io.autodidact.schema.Tables.ENVIRONMENT;

import io.autodidact.api.Page;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** Environments at rest. */
@Repository
public class EnvironmentRepository {
  void insert(DSLContext dsl, Environment environment) {
    var data = environment.data();
    dsl.insertInto(ENVIRONMENT)
        .set(ENVIRONMENT.TENANT_ID, environment.tenant().value())
        .set(ENVIRONMENT.ID, environment.id().value())
        .set(ENVIRONMENT.VERSION, environment.version())
        .set(ENVIRONMENT.NAME, data.name())
        .set(ENVIRONMENT.KIND, data.kind())
        .set(ENVIRONMENT.SETTINGS, StoredJson.write(data.settings()))
        .set(ENVIRONMENT.LIFECYCLE, StoredJson.write(data.lifecycle()))
        .set(ENVIRONMENT.POLICY, StoredJson.write(data.policy()))
        .execute();
  }

  /** The environment as it is now; empty if it is no longer of that version. */
  Optional<Environment> change(
      DSLContext dsl, TenantId tenant, EnvironmentId id, int seen, EnvironmentData data) {
    return dsl.update(ENVIRONMENT)
        .set(ENVIRONMENT.VERSION, seen + 1)
        .set(ENVIRONMENT.NAME, data.name())
        .set(ENVIRONMENT.SETTINGS, StoredJson.write(data.settings()))
        .set(ENVIRONMENT.LIFECYCLE, StoredJson.write(data.lifecycle()))
        .set(ENVIRONMENT.POLICY, StoredJson.write(data.policy()))
        .where(ENVIRONMENT.TENANT_ID.eq(tenant.value()), ENVIRONMENT.ID.eq(id.value()))
        .and(ENVIRONMENT.VERSION.eq(seen))
        .returning()
        .fetchOptional(EnvironmentRepository::read);
  }

  /** Whether another environment than that one has the name. */
  boolean isTaken(DSLContext dsl, TenantId tenant, String name, Optional<EnvironmentId> otherThan) {
    return dsl.fetchExists(
        ENVIRONMENT,
        ENVIRONMENT.TENANT_ID.eq(tenant.value()),
        ENVIRONMENT.NAME.eq(name),
        otherThan.map(id -> ENVIRONMENT.ID.ne(id.value())).orElse(DSL.noCondition()));
  }

  public Optional<Environment> find(DSLContext dsl, TenantId tenant, EnvironmentId id) {
    return dsl.selectFrom(ENVIRONMENT)
        .where(ENVIRONMENT.TENANT_ID.eq(tenant.value()), ENVIRONMENT.ID.eq(id.value()))
        .fetchOptional(EnvironmentRepository::read);
  }

  /** By name, from behind {@code after} on; settings and lifecycle are left where they lie. */
  public Page<EnvironmentSummary> summaries(
      DSLContext dsl, TenantId tenant, String after, int limit) {
    var operations =
        DSL.select(DSL.jsonbArrayLength(CATALOGUE.OPERATIONS))
            .from(CATALOGUE)
            .where(
                CATALOGUE.TENANT_ID.eq(ENVIRONMENT.TENANT_ID),
                CATALOGUE.ENVIRONMENT_ID.eq(ENVIRONMENT.ID))
            .orderBy(CATALOGUE.VERSION.desc())
            .limit(1)
            .<Integer>asField();
    List<EnvironmentSummary> rows =
        dsl.select(
                ENVIRONMENT.ID,
                ENVIRONMENT.NAME,
                ENVIRONMENT.KIND,
                operations,
                ENVIRONMENT.CREATED_AT)
            .from(ENVIRONMENT)
            .where(ENVIRONMENT.TENANT_ID.eq(tenant.value()), ENVIRONMENT.NAME.gt(after))
            .orderBy(ENVIRONMENT.NAME)
            .limit(limit + 1)
            .fetch(
                row ->
                    new EnvironmentSummary(
                        new EnvironmentId(row.value1()),
                        row.value2(),
                        row.value3(),
                        Optional.ofNullable(row.value4()).orElse(0),
                        row.value5().toInstant()));
    return Page.of(rows, limit, EnvironmentSummary::name);
  }

  private static Environment read(Record row) {
    return new Environment(
        new TenantId(row.get(ENVIRONMENT.TENANT_ID)),
        new EnvironmentId((UUID) row.get(ENVIRONMENT.ID)),
        row.get(ENVIRONMENT.VERSION),
        new EnvironmentData(
            row.get(ENVIRONMENT.NAME),
            row.get(ENVIRONMENT.KIND),
            StoredJson.read(row.get(ENVIRONMENT.SETTINGS), JsonNode.class),
            StoredJson.read(row.get(ENVIRONMENT.LIFECYCLE), JsonNode.class),
            StoredJson.read(row.get(ENVIRONMENT.POLICY), SafetyPolicy.class)));
  }
}
