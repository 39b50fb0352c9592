package io.autodidact.training;

import static io.autodidact.schema.Tables.TRAINING_EXAMPLE;
import static io.autodidact.schema.Tables.TRAINING_STEP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.autodidact.engine.ScriptedEngine;
import io.autodidact.engine.TinkerEngine;
import io.autodidact.job.Refusal;
import io.autodidact.job.TestRun;
import io.autodidact.job.Work;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.SplittableRandom;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarmStartTest {
  private static final int STEPS = 12;
  private static final int BATCH = 4;
  private static final WarmStartSettings SETTINGS =
      new WarmStartSettings(Duration.ofHours(1), 2e-3, BATCH, STEPS, 5, 0);

  private final ScriptedEngine scripted =
      new ScriptedEngine((prompt, sample, seed) -> new int[] {2});
  private final TinkerEngine engine = new TinkerEngine(scripted.address(), InstantSource.system());
  private final TestRun run = TestRun.create();
  private final WarmStart warmStart =
      new WarmStart(
          new TrainingRecords(new TrainingStepRepository(), new CheckpointRepository()),
          InstantSource.system());

  @AfterEach
  void stop() {
    engine.close();
    scripted.close();
  }

  @Test
  void everyStepIsAppliedOnceWithAFallingLearningRate() throws InterruptedException {
    var last = warmStart.run(run, means(new FreshExamples("TRAIN")), SETTINGS);
    var rates = scripted.saved(last.weightsPath()).learningRates();
    assertThat(rates).hasSize(STEPS).isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(rates.getFirst()).isCloseTo(2e-3, within(1e-6));
    assertBooksAgreeWithTheWeights(last);
  }

  @Test
  void anEngineThatForgetsEverythingCostsOnlyTheStepsBehindTheCheckpoint()
      throws InterruptedException {
    var fresh = new FreshExamples("TRAIN");
    var forgetful =
        new Demonstrations() {
          private boolean forgot;

          @Override
          public synchronized TrainingExample make(Work work, int number) {
            if (number == 8 * BATCH && !forgot) {
              forgot = true;
              scripted.restart();
            }
            return fresh.make(work, number);
          }
        };
    var last = warmStart.run(run, means(forgetful), SETTINGS);
    assertBooksAgreeWithTheWeights(last);
  }

  @Test
  void anUnreadableCheckpointCostsOnlyTheStepsSinceTheOneBeforeIt() throws InterruptedException {
    var lost = warmStart.run(run, means(new FreshExamples("TRAIN")), SETTINGS);
    scripted.lose(lost.weightsPath());
    var last = warmStart.run(run, means(new FreshExamples("TRAIN")), SETTINGS);
    assertThat(last.weightsPath()).isNotEqualTo(lost.weightsPath());
    assertBooksAgreeWithTheWeights(last);
    assertThat(run.told)
        .anyMatch(
            news ->
                news.contains("goes on from the one after step 10")
                    && news.contains(lost.weightsPath()));
    assertThat(run.spent(Work.Resource.TRAINED_TOKENS)).isEqualTo(trainedTokens());
  }

  @Test
  void aRunWithoutAReadableCheckpointIsRefusedAndKeepsItsBooks() throws InterruptedException {
    var last = warmStart.run(run, means(new FreshExamples("TRAIN")), settings(3));
    scripted.lose(last.weightsPath());
    assertThatThrownBy(() -> warmStart.run(run, means(new FreshExamples("TRAIN")), settings(6)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("None of the run's 1 checkpoints can be read")
        .hasMessageContaining(last.weightsPath());
    assertThat(run.<Integer>commit(dsl -> dsl.fetchCount(TRAINING_STEP))).isEqualTo(3);
  }

  private long trainedTokens() {
    return run.commit(
            dsl ->
                dsl.select(DSL.sum(TRAINING_STEP.TOKENS))
                    .from(TRAINING_STEP)
                    .fetchSingle()
                    .value1())
        .longValue();
  }

  @Test
  void aBackendKilledTwentyTimesCountsNoStepTwice() {
    var random = new SplittableRandom(7);
    int kills = 0;
    Checkpoint last = null;
    while (last == null) {
      boolean mortal = kills < 20;
      Work work = mortal ? new MortalRun(run, 34 + random.nextInt(30), random.nextBoolean()) : run;
      try {
        last = warmStart.run(work, means(new FreshExamples("TRAIN")), settings(120));
      } catch (MortalRun.Killed | InterruptedException e) {
        kills++;
      }
    }
    assertThat(kills).isEqualTo(20);
    assertBooksAgreeWithTheWeights(last, 120);
  }

  @Test
  void successThatIsEnoughEndsThePhaseEarly() throws InterruptedException {
    var settings = new WarmStartSettings(Duration.ofHours(1), 2e-3, BATCH, 40, 5, 4);
    var means =
        new WarmStart.Means(
            engine, new AdapterShape(4, 1), new FreshExamples("TRAIN"), (work, checkpoint) -> 0.95);
    var last = warmStart.run(run, means, settings);
    assertThat(last.seq()).isEqualTo(10);
    assertThat(last.validation()).hasValue(0.95);
  }

  @Test
  void anExhaustedBudgetKeepsWhatWasLearned() throws InterruptedException {
    run.exhausted.set(true);
    var last = warmStart.run(run, means(new FreshExamples("TRAIN")), SETTINGS);
    assertThat(last.seq()).isZero();
    run.exhausted.set(false);
    assertBooksAgreeWithTheWeights(warmStart.run(run, means(new FreshExamples("TRAIN")), SETTINGS));
  }

  @Test
  void anExamTaskCanNotBeTrainedOn() {
    assertThatThrownBy(() -> warmStart.run(run, means(new FreshExamples("EXAM")), SETTINGS))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("training_example");
    assertThat(scripted.passes()).isEmpty();
  }

  private static WarmStartSettings settings(int steps) {
    return new WarmStartSettings(Duration.ofHours(1), 2e-3, BATCH, steps, 3, 0);
  }

  private WarmStart.Means means(Demonstrations demonstrations) {
    return new WarmStart.Means(
        engine, new AdapterShape(4, 1), demonstrations, (work, checkpoint) -> 0);
  }

  private void assertBooksAgreeWithTheWeights(Checkpoint last) {
    assertBooksAgreeWithTheWeights(last, STEPS);
  }

  private void assertBooksAgreeWithTheWeights(Checkpoint last, int steps) {
    assertThat(last.seq()).isEqualTo(steps);
    assertThat(scripted.saved(last.weightsPath()).learningRates()).hasSize(steps);
    int examples =
        run.commit(
            dsl -> {
              assertThat(new TrainingStepRepository().applied(dsl, run.scope())).isEqualTo(steps);
              assertThat(dsl.fetchCount(TRAINING_STEP)).isEqualTo(steps);
              return dsl.fetchCount(TRAINING_EXAMPLE);
            });
    assertThat(examples).isEqualTo(steps * BATCH);
  }
}
