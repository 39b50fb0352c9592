package io.autodidact.learning;

import static io.autodidact.schema.Tables.USAGE;

import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What a run has spent, by stage and resource. */
@Repository
class Ledger {
  /** The time a stage was worked on; kept beside what {@link io.autodidact.job.Work} counts. */
  static final String TIME = "MILLISECONDS";

  void add(DSLContext dsl, RunScope scope, Stage stage, String resource, long amount) {
    dsl.insertInto(USAGE)
        .set(USAGE.TENANT_ID, scope.tenant().value())
        .set(USAGE.LEARNING_RUN_ID, scope.learningRun())
        .set(USAGE.STAGE, stage.name())
        .set(USAGE.RESOURCE, resource)
        .set(USAGE.AMOUNT, amount)
        .onConflict(USAGE.TENANT_ID, USAGE.LEARNING_RUN_ID, USAGE.STAGE, USAGE.RESOURCE)
        .doUpdate()
        .set(USAGE.AMOUNT, USAGE.AMOUNT.plus(DSL.excluded(USAGE.AMOUNT)))
        .execute();
  }

  /** Amounts by stage and resource. */
  Map<Stage, Map<String, Long>> read(DSLContext dsl, RunScope scope) {
    return read(
        dsl,
        USAGE
            .TENANT_ID
            .eq(scope.tenant().value())
            .and(USAGE.LEARNING_RUN_ID.eq(scope.learningRun())));
  }

  /** What all runs of the tenant took together. */
  Map<Stage, Map<String, Long>> readAll(DSLContext dsl, TenantId tenant) {
    return read(dsl, USAGE.TENANT_ID.eq(tenant.value()));
  }

  private static Map<Stage, Map<String, Long>> read(DSLContext dsl, Condition which) {
    Map<Stage, Map<String, Long>> spent = new EnumMap<>(Stage.class);
    var amount = DSL.sum(USAGE.AMOUNT);
    dsl.select(USAGE.STAGE, USAGE.RESOURCE, amount)
        .from(USAGE)
        .where(which)
        .groupBy(USAGE.STAGE, USAGE.RESOURCE)
        .forEach(
            row ->
                spent
                    .computeIfAbsent(Stage.valueOf(row.value1()), unknown -> new HashMap<>())
                    .put(row.value2(), row.value3().longValue()));
    return spent;
  }
}
