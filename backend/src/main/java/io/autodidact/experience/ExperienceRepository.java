package io.autodidact.experience;

import static io.autodidact.schema.Tables.EXPERIENCE;
import static io.autodidact.schema.Tables.EXPERIENCE_EVIDENCE;
import static io.autodidact.schema.Tables.EXPERIENCE_RECALL;
import static io.autodidact.schema.Tables.ROLLOUT;
import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.not;

import io.autodidact.experience.Experience.State;
import io.autodidact.rollout.RolloutId;
import io.autodidact.schema.tables.records.ExperienceRecord;
import io.autodidact.task.Split;
import io.autodidact.tenant.RunScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Keeps lessons, what they were drawn from and what they were worth. */
@Repository
public class ExperienceRepository {
  /** Keeps a lesson, or adds evidence to the one that is there already. */
  void save(DSLContext dsl, RunScope scope, Experience lesson, List<RolloutId> evidence) {
    var row = new ExperienceRecord();
    row.setTenantId(scope.tenant().value());
    row.setId(lesson.id());
    row.setLearningRunId(scope.learningRun());
    row.setWhenToUse(lesson.whenToUse());
    row.setContent(lesson.content());
    row.setOperations(lesson.operations().toArray(String[]::new));
    row.setState(lesson.state().name());
    row.setOrigin(lesson.origin());
    row.setEmbedding(boxed(lesson.embedding()));
    dsl.insertInto(EXPERIENCE).set(row).onConflictDoNothing().execute();
    for (var rollout : evidence) {
      dsl.insertInto(EXPERIENCE_EVIDENCE)
          .set(EXPERIENCE_EVIDENCE.TENANT_ID, scope.tenant().value())
          .set(EXPERIENCE_EVIDENCE.EXPERIENCE_ID, lesson.id())
          .set(EXPERIENCE_EVIDENCE.ROLLOUT_ID, rollout.value())
          .set(EXPERIENCE_EVIDENCE.SPLIT, Split.TRAIN.name())
          .onConflictDoNothing()
          .execute();
    }
  }

  /** All lessons of the run, in the order they were found. */
  public List<Experience> of(DSLContext dsl, RunScope scope) {
    return dsl.selectFrom(EXPERIENCE)
        .where(EXPERIENCE.TENANT_ID.eq(scope.tenant().value()))
        .and(EXPERIENCE.LEARNING_RUN_ID.eq(scope.learningRun()))
        .orderBy(EXPERIENCE.CREATED_AT, EXPERIENCE.ID)
        .fetch(ExperienceRepository::lesson);
  }

  /** The attempts a lesson was drawn from. */
  public List<RolloutId> evidence(DSLContext dsl, RunScope scope, UUID lesson) {
    return dsl.select(EXPERIENCE_EVIDENCE.ROLLOUT_ID)
        .from(EXPERIENCE_EVIDENCE)
        .where(EXPERIENCE_EVIDENCE.TENANT_ID.eq(scope.tenant().value()))
        .and(EXPERIENCE_EVIDENCE.EXPERIENCE_ID.eq(lesson))
        .fetch(row -> new RolloutId(row.value1()));
  }

  /** Puts what a person decided in place of what was; false if it is no longer of that version. */
  boolean change(DSLContext dsl, RunScope scope, int seen, Experience lesson) {
    return dsl.update(EXPERIENCE)
            .set(EXPERIENCE.VERSION, seen + 1)
            .set(EXPERIENCE.WHEN_TO_USE, lesson.whenToUse())
            .set(EXPERIENCE.CONTENT, lesson.content())
            .set(EXPERIENCE.ORIGIN, lesson.origin())
            .set(EXPERIENCE.STATE, lesson.state().name())
            .set(EXPERIENCE.EMBEDDING, boxed(lesson.embedding()))
            .where(is(scope, lesson.id()).and(EXPERIENCE.VERSION.eq(seen)))
            .execute()
        == 1;
  }

  /** One lesson of the run. */
  Optional<Experience> find(DSLContext dsl, RunScope scope, UUID lesson) {
    return dsl.selectFrom(EXPERIENCE)
        .where(is(scope, lesson))
        .fetchOptional(ExperienceRepository::lesson);
  }

  /** Says whether a lesson is recalled; false if the run has no such lesson. */
  public boolean put(DSLContext dsl, RunScope scope, UUID lesson, State state) {
    return dsl.update(EXPERIENCE)
            .set(EXPERIENCE.STATE, state.name())
            .where(is(scope, lesson))
            .execute()
        == 1;
  }

  /** The lift of every lesson that was recalled beside attempts without lessons. */
  public Map<UUID, Lift> lifts(DSLContext dsl, RunScope scope) {
    var bare = ROLLOUT.as("bare");
    var without =
        dsl.select(avg(bare.REWARD))
            .from(bare)
            .where(bare.TENANT_ID.eq(scope.tenant().value()))
            .and(bare.LEARNING_RUN_ID.eq(scope.learningRun()))
            .and(bare.TASK_ID.eq(ROLLOUT.TASK_ID))
            .and(bare.PURPOSE.eq(ROLLOUT.PURPOSE))
            .and(bare.ITERATION.eq(ROLLOUT.ITERATION))
            .and(bare.POLICY_VERSION.eq(ROLLOUT.POLICY_VERSION))
            .and(not(bare.WITH_EXPERIENCE));
    var difference = avg(ROLLOUT.REWARD).minus(without.asField()).as("difference");
    return dsl
        .select(EXPERIENCE_RECALL.EXPERIENCE_ID, difference)
        .from(EXPERIENCE_RECALL)
        .join(ROLLOUT)
        .on(ROLLOUT.TENANT_ID.eq(EXPERIENCE_RECALL.TENANT_ID))
        .and(ROLLOUT.ID.eq(EXPERIENCE_RECALL.ROLLOUT_ID))
        .where(ROLLOUT.TENANT_ID.eq(scope.tenant().value()))
        .and(ROLLOUT.LEARNING_RUN_ID.eq(scope.learningRun()))
        .groupBy(
            EXPERIENCE_RECALL.EXPERIENCE_ID,
            ROLLOUT.TASK_ID,
            ROLLOUT.PURPOSE,
            ROLLOUT.ITERATION,
            ROLLOUT.POLICY_VERSION)
        .fetch()
        .stream()
        .filter(row -> row.value2() != null)
        .collect(
            Collectors.groupingBy(
                row -> row.value1(),
                Collectors.collectingAndThen(
                    Collectors.mapping(row -> row.value2().doubleValue(), Collectors.toList()),
                    Lift::of)));
  }

  private static Experience lesson(ExperienceRecord row) {
    var embedding = new float[row.getEmbedding().length];
    for (int i = 0; i < embedding.length; i++) {
      embedding[i] = row.getEmbedding()[i];
    }
    return new Experience(
        row.getId(),
        row.getWhenToUse(),
        row.getContent(),
        List.of(row.getOperations()),
        State.valueOf(row.getState()),
        row.getOrigin(),
        embedding,
        row.getVersion());
  }

  private static Condition is(RunScope scope, UUID lesson) {
    return EXPERIENCE
        .TENANT_ID
        .eq(scope.tenant().value())
        .and(EXPERIENCE.LEARNING_RUN_ID.eq(scope.learningRun()))
        .and(EXPERIENCE.ID.eq(lesson));
  }

  private static Float[] boxed(float[] values) {
    return IntStream.range(0, values.length).mapToObj(i -> values[i]).toArray(Float[]::new);
  }
}
