package io.autodidact.training;

import static io.autodidact.schema.Tables.ROLLOUT;
import static io.autodidact.schema.Tables.TRAINING_EXAMPLE;
import static io.autodidact.schema.Tables.TRAINING_STEP;
import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.attribution.AdvantageSettings;
import io.autodidact.attribution.AttributeRollouts;
import io.autodidact.attribution.AttributionRepository;
import io.autodidact.engine.ScriptedEngine;
import io.autodidact.engine.TinkerEngine;
import io.autodidact.job.TestRun;
import io.autodidact.job.Work;
import io.autodidact.rollout.GivenSteps;
import io.autodidact.rollout.Guidance;
import io.autodidact.rollout.PracticeSettings;
import io.autodidact.rollout.RolloutRepository;
import io.autodidact.rollout.RunRollouts;
import io.autodidact.task.TaskRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IterateTest {
  private static final int GROUPS = 3;
  private static final int ATTEMPTS = 4;

  private final ScriptedEngine scripted = new ScriptedEngine(ShopGround.policy());
  private final TinkerEngine engine = new TinkerEngine(scripted.address(), InstantSource.system());
  private final TestRun run = TestRun.create();
  private final PracticeGround ground = ShopGround.open();
  private final CheckpointRepository checkpoints = new CheckpointRepository();
  private final Iterate iterate =
      new Iterate(
          new TrainingRecords(new TrainingStepRepository(), checkpoints),
          new RunRollouts(new RolloutRepository(), Guidance.NONE, Clock.systemUTC()),
          new AttributeRollouts(new AttributionRepository()),
          new TaskRepository(),
          InstantSource.system());

  IterateTest() throws InterruptedException {}

  @AfterEach
  void stop() {
    engine.close();
    scripted.close();
  }

  @Test
  void everyIterationPractisesTrainsAndKeepsACheckpoint() throws InterruptedException {
    iterate.run(run, means(), settings(3));
    assertThat(last().iteration()).isEqualTo(3);
    assertThat(last().seq()).isPositive();
    assertNothingIsCountedTwice(3);
  }

  @Test
  void tasksNobodySolvesAreShown() throws InterruptedException {
    iterate.run(run, means(), settings(1));
    assertThat(scripted.passes()).anyMatch(pass -> pass.loss().equals("cross_entropy"));
  }

  @Test
  void anIterationTellsWhatItTookAndHowFarItWentFromItsBeginning() throws InterruptedException {
    iterate.run(run, means(), settings(1).with(0.1, true));

    var told = run.told.stream().filter(news -> news.startsWith("iteration ")).findFirst();
    assertThat(told.orElseThrow())
        .contains("groups=" + GROUPS, "klToInitial=0.0", "shownInHindsight=0")
        .containsPattern("calls=[1-9]")
        .containsPattern("sampledTokens=[1-9]")
        .containsPattern("trainedTokens=[1-9]");
  }

  @Test
  void whoIsHeldToNothingIsNotMeasured() throws InterruptedException {
    iterate.run(run, means(), settings(1));
    assertThat(run.told).anyMatch(news -> news.contains("klToInitial=NaN"));
  }

  @Test
  void aBackendKilledTwentyTimesCountsNoAttemptAndNoStepTwice() {
    var random = new SplittableRandom(11);
    int kills = 0;
    boolean done = false;
    while (!done) {
      Work work =
          kills < 20 ? new MortalRun(run, 3 + random.nextInt(30), random.nextBoolean()) : run;
      try {
        iterate.run(work, means(), settings(10));
        done = kills >= 20 || last().iteration() == 10;
      } catch (MortalRun.Killed | InterruptedException e) {
        kills++;
      }
    }
    assertThat(kills).isGreaterThanOrEqualTo(10);
    assertThat(last().iteration()).isEqualTo(10);
    assertNothingIsCountedTwice(10);
  }

  @Test
  void attemptsAreMadeByTheWeightsTheyAreTrainedFrom() throws InterruptedException {
    iterate.run(run, means(), settings(3));
    run.commit(
        dsl -> {
          var versions =
              dsl.select(ROLLOUT.ITERATION, DSL.min(ROLLOUT.POLICY_VERSION))
                  .from(ROLLOUT)
                  .groupBy(ROLLOUT.ITERATION)
                  .fetchMap(ROLLOUT.ITERATION, DSL.min(ROLLOUT.POLICY_VERSION));
          var firstSteps =
              dsl.select(TRAINING_STEP.ITERATION, DSL.min(TRAINING_STEP.SEQ))
                  .from(TRAINING_STEP)
                  .groupBy(TRAINING_STEP.ITERATION)
                  .fetchMap(TRAINING_STEP.ITERATION, DSL.min(TRAINING_STEP.SEQ));
          firstSteps.forEach(
              (iteration, seq) -> assertThat(versions.get(iteration)).isEqualTo(seq - 1));
          return true;
        });
  }

  private Checkpoint last() {
    return run.commit(dsl -> checkpoints.last(dsl, run.scope())).orElseThrow();
  }

  private void assertNothingIsCountedTwice(int iterations) {
    int steps = last().seq();
    assertThat(scripted.saved(last().weightsPath()).learningRates()).hasSize(steps);
    run.commit(
        dsl -> {
          assertThat(new TrainingStepRepository().applied(dsl, run.scope())).isEqualTo(steps);
          assertThat(dsl.fetchCount(TRAINING_STEP)).isEqualTo(steps);
          assertThat(dsl.fetchCount(ROLLOUT)).isEqualTo(iterations * GROUPS * ATTEMPTS);
          var trainedTwice =
              dsl.select(TRAINING_EXAMPLE.ROLLOUT_ID)
                  .from(TRAINING_EXAMPLE)
                  .where(TRAINING_EXAMPLE.ROLLOUT_ID.isNotNull())
                  .groupBy(TRAINING_EXAMPLE.ROLLOUT_ID)
                  .having(DSL.count().gt(1))
                  .fetch();
          assertThat(trainedTwice).isEmpty();
          return true;
        });
  }

  private Iterate.Means means() {
    return new Iterate.Means(
        engine, new AdapterShape(4, 1), ground, (work, checkpoint) -> 0.5, Distillation.NONE);
  }

  private static IterationSettings settings(int iterations) {
    return new IterationSettings(
        Duration.ofHours(1),
        GROUPS,
        iterations,
        100,
        new PracticeSettings(ATTEMPTS, 1, 0, 8, ShopGround.LIMITS, GivenSteps.NONE),
        AdvantageSettings.DEFAULT,
        IterationSettings.Update.DEFAULT);
  }
}
