package io.autodidact.rollout;

import static io.autodidact.schema.Tables.STEP;

import io.autodidact.schema.tables.records.StepRecord;
import io.autodidact.tenant.StoredJson;
import io.autodidact.tenant.TenantId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

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
    row.setPromptTokens(boxed(step.promptTokens()));
    row.setCompletionTokens(boxed(step.completionTokens()));
    row.setLogprobs(boxed(step.logprobs()));
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

  private static Step step(StepRecord row) {
    return new Step(
        row.getIndex(),
        row.getThought(),
        StoredJson.read(row.getAction(), Action.class),
        StoredJson.read(row.getObservation(), Observation.class),
        unboxed(row.getPromptTokens()),
        unboxed(row.getCompletionTokens()),
        unboxed(row.getLogprobs()),
        row.getMilliseconds());
  }

  private static Integer[] boxed(int[] values) {
    return Arrays.stream(values).boxed().toArray(Integer[]::new);
  }

  private static Float[] boxed(float[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toArray(Float[]::new);
  }

  private static int[] unboxed(Integer[] values) {
    return Arrays.stream(values).mapToInt(Integer::intValue).toArray();
  }

  private static float[] unboxed(Float[] values) {
    var plain = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      plain[i] = values[i];
    }
    return plain;
  }
}
