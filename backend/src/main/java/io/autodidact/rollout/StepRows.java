package io.autodidact.rollout;

import static io.autodidact.schema.Tables.ROLLOUT;
import static io.autodidact.schema.Tables.STEP;

import io.autodidact.schema.tables.records.StepRecord;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The steps of attempts as rows. */
final class StepRows {
  void insert(DSLContext dsl, TenantId tenant, RolloutId rollout, List<Step> steps) {
    if (!steps.isEmpty()) {
      var rows = steps.stream().map(step -> row(tenant, rollout, step)).toList();
      dsl.insertInto(STEP).set(rows).execute();
    }
  }

  private static StepRecord row(TenantId tenant, RolloutId rollout, Step step) {
    var row = new StepRecord();
    row.setTenantId(tenant.value());
    row.setRolloutId(rollout.value());
    row.setIndex(step.index());
    row.setThought(step.thought());
    row.setAction(StoredJson.write(step.action()));
    row.setObservation(StoredJson.write(step.observation()));
    row.setPromptTokens(Packed.of(step.promptTokens()));
    row.setCompletionTokens(Packed.of(step.completionTokens()));
    row.setLogprobs(Packed.of(step.logprobs()));
    row.setMilliseconds(step.milliseconds());
    return row;
  }

  Map<UUID, List<Step>> read(DSLContext dsl, TenantId tenant, Collection<UUID> rollouts) {
    return dsl
        .selectFrom(STEP)
        .where(STEP.TENANT_ID.eq(tenant.value()))
        .and(STEP.ROLLOUT_ID.in(rollouts))
        .orderBy(STEP.ROLLOUT_ID, STEP.INDEX)
        .fetch()
        .stream()
        .collect(
            Collectors.groupingBy(
                StepRecord::getRolloutId, Collectors.mapping(StepRows::step, Collectors.toList())));
  }

  /** What those attempts sampled, less the steps that were given to them. */
  static long sampledTokens(DSLContext dsl, Condition rollouts) {
    var bytes = DSL.sum(DSL.field("octet_length({0})", Integer.class, STEP.COMPLETION_TOKENS));
    return dsl.select(DSL.coalesce(bytes, BigDecimal.ZERO))
            .from(STEP)
            .join(ROLLOUT)
            .on(STEP.TENANT_ID.eq(ROLLOUT.TENANT_ID), STEP.ROLLOUT_ID.eq(ROLLOUT.ID))
            .where(rollouts, STEP.INDEX.ge(ROLLOUT.GIVEN_STEPS))
            .fetchSingle()
            .value1()
            .longValue()
        / Integer.BYTES;
  }

  private static Step step(StepRecord row) {
    return new Step(
        row.getIndex(),
        row.getThought(),
        StoredJson.read(row.getAction(), Action.class),
        StoredJson.read(row.getObservation(), Observation.class),
        Packed.ints(row.getPromptTokens()),
        Packed.ints(row.getCompletionTokens()),
        Packed.floats(row.getLogprobs()),
        row.getMilliseconds());
  }
}
