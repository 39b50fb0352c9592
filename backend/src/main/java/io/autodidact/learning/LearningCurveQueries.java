package io.autodidact.learning;

import static io.autodidact.schema.Tables.ROLLOUT;

import io.autodidact.release.ExamPicture;
import io.autodidact.release.ExamRepository;
import io.autodidact.release.PairedBootstrap.Interval;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.tenant.RunScope;
import io.autodidact.tenant.TenantTransaction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record5;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** How well a run's attempts went, round by round and in the exam. */
@Component
public class LearningCurveQueries {
  /** Of a normal distribution, for 95 %. */
  private static final double DEVIATIONS = 1.96;

  /** So that the same results are drawn with the same intervals each time. */
  private static final long SEED = 1;

  private final TenantTransaction tenantTransaction;
  private final ExamRepository exams;

  LearningCurveQueries(TenantTransaction tenantTransaction, ExamRepository exams) {
    this.tenantTransaction = tenantTransaction;
    this.exams = exams;
  }

  /**
   * Success in one round of practice, as a share in [0, 1]; every task counts once, so the interval
   * knows that attempts at one task resemble one another.
   *
   * @param without lessons in the prompt
   * @param with lessons in the prompt
   */
  public record Round(int number, Optional<Interval> without, Optional<Interval> with) {}

  /** The rounds so far, in order. */
  public List<Round> rounds(RunScope scope) {
    var rounds = new TreeMap<Integer, Round>();
    for (var row : tenantTransaction.in(scope.tenant(), dsl -> practice(dsl, scope))) {
      var interval = Optional.of(interval(row));
      Optional<Interval> none = Optional.empty();
      var round =
          row.value2()
              ? new Round(row.value1(), none, interval)
              : new Round(row.value1(), interval, none);
      rounds.merge(
          row.value1(),
          round,
          (one, other) ->
              new Round(
                  one.number(), one.without().or(other::without), one.with().or(other::with)));
    }
    return List.copyOf(rounds.values());
  }

  /** The exam of the run so far, as far as anybody sat it. */
  public ExamPicture exam(RunScope scope) {
    var results = tenantTransaction.in(scope.tenant(), dsl -> exams.of(dsl, scope));
    return ExamPicture.of(results, ExamCandidates.ALL, SEED);
  }

  private static List<Record5<Integer, Boolean, BigDecimal, BigDecimal, Integer>> practice(
      DSLContext dsl, RunScope scope) {
    var task = DSL.avg(ROLLOUT.REWARD).as("reward");
    var tasks =
        dsl.select(ROLLOUT.ITERATION, ROLLOUT.WITH_EXPERIENCE, task)
            .from(ROLLOUT)
            .where(
                ROLLOUT.TENANT_ID.eq(scope.tenant().value()),
                ROLLOUT.LEARNING_RUN_ID.eq(scope.learningRun()),
                ROLLOUT.PURPOSE.eq(Purpose.PRACTICE.name()))
            .groupBy(ROLLOUT.ITERATION, ROLLOUT.WITH_EXPERIENCE, ROLLOUT.TASK_ID)
            .asTable("attempted");
    var round = tasks.field(ROLLOUT.ITERATION);
    var lessons = tasks.field(ROLLOUT.WITH_EXPERIENCE);
    var reward = tasks.field(task);
    return dsl.select(round, lessons, DSL.avg(reward), DSL.stddevSamp(reward), DSL.count())
        .from(tasks)
        .groupBy(round, lessons)
        .fetch();
  }

  private static Interval interval(Record5<Integer, Boolean, BigDecimal, BigDecimal, Integer> row) {
    double mean = row.value3().doubleValue();
    if (row.value4() == null) {
      return new Interval(mean, 0, 1, row.value5());
    }
    double half = DEVIATIONS * row.value4().doubleValue() / Math.sqrt(row.value5());
    return new Interval(mean, Math.max(0, mean - half), Math.min(1, mean + half), row.value5());
  }
}
