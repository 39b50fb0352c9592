package io.autodidact.training;

import static io.autodidact.schema.Tables.TASK;
import static io.autodidact.schema.Tables.TRAINING_EXAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.attribution.AdvantageSettings;
import io.autodidact.attribution.AttributeRollouts;
import io.autodidact.attribution.AttributionRepository;
import io.autodidact.engine.ScriptedEngine;
import io.autodidact.engine.TinkerEngine;
import io.autodidact.job.TestRun;
import io.autodidact.rollout.GivenSteps;
import io.autodidact.rollout.Guidance;
import io.autodidact.rollout.PracticeSettings;
import io.autodidact.rollout.RolloutRepository;
import io.autodidact.rollout.RunRollouts;
import io.autodidact.task.Split;
import io.autodidact.task.TaskRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HindsightTasksTest {
  private final ScriptedEngine scripted = new ScriptedEngine(ShopGround.meddlingPolicy());
  private final TinkerEngine engine = new TinkerEngine(scripted.address(), InstantSource.system());
  private final TestRun run = TestRun.create();
  private final PracticeGround ground = ShopGround.open();

  HindsightTasksTest() throws InterruptedException {}

  @AfterEach
  void stop() {
    engine.close();
    scripted.close();
  }

  @Test
  void whatFailedAttemptsDidIsImitatedAsTrainingTasksOfItsOwn() throws InterruptedException {
    iterate(true);

    assertThat(run.told).anyMatch(news -> news.matches("iteration .*shownInHindsight=[1-9].*"));
    var requests =
        run.commit(
            dsl ->
                dsl.select(TASK.REQUEST)
                    .from(TASK)
                    .join(TRAINING_EXAMPLE)
                    .on(TRAINING_EXAMPLE.TASK_ID.eq(TASK.ID))
                    .where(TASK.HINDSIGHT_OF.isNotNull(), TASK.SPLIT.eq(Split.TRAIN.name()))
                    .fetch(TASK.REQUEST));
    assertThat(requests).isNotEmpty().allMatch(request -> request.contains("41"));
  }

  @Test
  void whoDoesNotWantItLearnsFromAttemptsAlone() throws InterruptedException {
    iterate(false);
    assertThat(run.told).anyMatch(news -> news.contains("shownInHindsight=0"));
  }

  @Test
  void theDatabaseRefusesHindsightForTheExam() throws InterruptedException {
    iterate(true);
    assertThatThrownBy(
            () ->
                run.commit(
                    dsl ->
                        dsl.update(TASK)
                            .set(TASK.SPLIT, Split.EXAM.name())
                            .where(TASK.HINDSIGHT_OF.isNotNull())
                            .execute()))
        .isInstanceOf(DataAccessException.class);
  }

  private void iterate(boolean hindsight) throws InterruptedException {
    var iterate =
        new Iterate(
            new TrainingRecords(new TrainingStepRepository(), new CheckpointRepository()),
            new RunRollouts(new RolloutRepository(), Guidance.NONE, Clock.systemUTC()),
            new AttributeRollouts(new AttributionRepository()),
            new TaskRepository(),
            InstantSource.system());
    var settings =
        new IterationSettings(
                Duration.ofHours(1),
                3,
                1,
                100,
                new PracticeSettings(2, 1, 0, 8, ShopGround.LIMITS, GivenSteps.NONE),
                AdvantageSettings.DEFAULT,
                IterationSettings.Update.DEFAULT)
            .with(0, hindsight);
    iterate.run(
        run,
        new Iterate.Means(
            engine, new AdapterShape(4, 1), ground, (work, checkpoint) -> 0.5, Distillation.NONE),
        settings);
  }
}
