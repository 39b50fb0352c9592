package io.autodidact.rollout;

import static io.autodidact.schema.Tables.ROLLOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Episodes;
import io.autodidact.connector.Outcome;
import io.autodidact.context.TokenAccount.Source;
import io.autodidact.engine.Sampler;
import io.autodidact.job.TestRun;
import io.autodidact.job.Work.Resource;
import io.autodidact.rollout.Guidance.Lesson;
import io.autodidact.rollout.Rollout.Ending;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.task.Task;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class RunRolloutsTest {
  private final TestRun run = TestRun.create();
  private final RolloutRepository repository = new RolloutRepository();
  private final Task task = ShopTasks.reorderLevel(5, 2, 77);
  private final ScriptedSampler right =
      ScriptedSampler.saying("list_items", "update_item #1 reorderLevel=77", "finish");

  RunRolloutsTest() throws InterruptedException {
    ShopTasks.store(run, task);
  }

  @Test
  void aGroupIsSampledJudgedAndKeptTokenForToken() throws Exception {
    var practised = runner(Guidance.NONE).run(run, practice(right, settings(8)), List.of(task));

    assertThat(practised.rollouts()).hasSize(8).allMatch(rollout -> rollout.reward() == 1);
    var kept = run.commit(dsl -> repository.of(dsl, run.scope(), batch(), List.of(task.id())));
    assertThat(kept).hasSize(8);
    for (var rollout : practised.rollouts()) {
      var same =
          kept.stream().filter(one -> one.id().equals(rollout.id())).findFirst().orElseThrow();
      assertThat(same).usingRecursiveComparison().isEqualTo(rollout);
    }
    assertThat(run.spent(Resource.CALLS)).isEqualTo(16);
  }

  @Test
  void theFirstTurnOfAGroupIsOneRequest() throws Exception {
    runner(Guidance.NONE).run(run, practice(right, settings(8)), List.of(task));
    assertThat(right.prompts).hasSize(1 + 8 * 2);
  }

  @Test
  void whatIsKeptIsNotMadeAgain() throws Exception {
    runner(Guidance.NONE).run(run, practice(right, settings(3)), List.of(task));
    long calls = run.spent(Resource.CALLS);
    var again = runner(Guidance.NONE).run(run, practice(right, settings(5)), List.of(task));
    assertThat(again.rollouts()).hasSize(5);
    assertThat(run.spent(Resource.CALLS) - calls).isEqualTo(4);
  }

  @Test
  void attemptsWithLostWeightsAreForgottenAndGiveBackWhatTheySampled() throws Exception {
    runner(Guidance.NONE).run(run, practice(right, settings(3)), List.of(task));
    long kept =
        run.<Long>commit(
            dsl -> RolloutRepository.discardBehind(dsl, run.scope(), batch().policyVersion()));
    assertThat(kept).isZero();
    long sampled =
        run.<Long>commit(
            dsl -> RolloutRepository.discardBehind(dsl, run.scope(), batch().policyVersion() - 1));
    assertThat(sampled).isPositive().isEqualTo(run.spent(Resource.SAMPLED_TOKENS));
    assertThat(run.<Integer>commit(dsl -> dsl.fetchCount(ROLLOUT))).isZero();
  }

  @Test
  void anExhaustedBudgetStopsBetweenGroups() throws Exception {
    run.exhausted.set(true);
    var practised = runner(Guidance.NONE).run(run, practice(right, settings(2)), List.of(task));
    assertThat(practised.rollouts()).isEmpty();
    assertThat(right.prompts).isEmpty();
  }

  @Test
  void halfOfAGroupHasLessonsAndIsTrainedWithoutThem() throws Exception {
    var lesson = UUID.randomUUID();
    storeExperience(lesson);
    Guidance guidance = (work, request) -> List.of(new Lesson(lesson, "Read the list first."));
    var practised = runner(guidance).run(run, practice(right, settings(4)), List.of(task));

    var guided =
        practised.rollouts().stream().filter(one -> one.origin().withExperience()).toList();
    var plain =
        practised.rollouts().stream().filter(one -> !one.origin().withExperience()).toList();
    assertThat(guided).hasSize(2).allMatch(one -> one.experiences().equals(List.of(lesson)));
    assertThat(plain).hasSize(2).allMatch(one -> one.experiences().isEmpty());
    assertThat(guided.getFirst().account().spent(Source.EXPERIENCE)).isPositive();

    var stripped = TrainingView.of(guided.getFirst());
    var bare = TrainingView.of(plain.getFirst());
    assertThat(stripped.recompute()).isTrue();
    assertThat(bare.recompute()).isFalse();
    assertThat(stripped.sequences().getFirst().tokens())
        .isEqualTo(bare.sequences().getFirst().tokens());
  }

  @Test
  void givenStepsComeFromThePlanAndAreNotTrainedOn() throws Exception {
    var settings = new PracticeSettings(2, 1, 0, 4, ShopTasks.LIMITS, (one, sample) -> sample);
    var practised = runner(Guidance.NONE).run(run, practice(right, settings), List.of(task));

    var started =
        practised.rollouts().stream()
            .filter(one -> one.origin().givenSteps() == 1)
            .findFirst()
            .orElseThrow();
    assertThat(started.reward()).isEqualTo(1);
    int own = TrainingView.of(started).sequences().getFirst().own();
    int all = started.steps().stream().mapToInt(step -> step.completionTokens().length).sum();
    assertThat(own).isEqualTo(all - started.steps().getFirst().completionTokens().length);
  }

  @Test
  void wordsThatAreNoCallNeverReachTheSoftware() throws Exception {
    var calls = new AtomicInteger();
    var sampler =
        ScriptedSampler.saying(
            "drop_everything", "update_item #9 price=1", "update_item 5 price=\"dear\"", "finish");
    var practice =
        new Practice(
            counting(calls), ShopTasks.context(), sampler, batch(), settings(1), List.of());
    var rollout = runner(Guidance.NONE).run(run, practice, List.of(task)).rollouts().getFirst();

    assertThat(rollout.steps()).hasSize(4);
    assertThat(rollout.steps().subList(0, 3))
        .allMatch(step -> step.action() instanceof Action.Malformed)
        .allMatch(step -> step.observation().shown().startsWith("error: "));
    assertThat(calls).hasValue(0);
    assertThat(rollout.ending()).isEqualTo(Ending.FINISHED);
    assertThat(rollout.reward()).isZero();
  }

  @Test
  void anAgentThatFindsNoCallFourTimesInARowIsDone() throws Exception {
    assertThat(wordsUntilLost("hello", "there", "who", "are", "you")).isEqualTo(4);
  }

  @Test
  void anAgentThatRepeatsWhatIsNoCallIsDone() throws Exception {
    assertThat(wordsUntilLost("hello", "there", "there", "finish")).isEqualTo(3);
  }

  private int wordsUntilLost(String... words) throws Exception {
    var sampler = ScriptedSampler.saying(words);
    var practice =
        new Practice(
            counting(new AtomicInteger()),
            ShopTasks.context(),
            sampler,
            batch(),
            settings(1),
            List.of());
    var rollout = runner(Guidance.NONE).run(run, practice, List.of(task)).rollouts().getFirst();

    assertThat(rollout.ending()).isEqualTo(Ending.NO_CALL);
    return rollout.steps().size();
  }

  @Test
  void softwareThatAnswersNoAttemptIsNamedAndNothingIsCounted() {
    Episodes down = failing(new Outcome.Unreachable("connection refused"));
    var settings = settings(1);
    var practice = new Practice(down, ShopTasks.context(), right, batch(), settings, List.of());
    assertThatThrownBy(() -> runner(Guidance.NONE).run(run, practice, List.of(task)))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("The software does not answer");
    assertThat(run.<Integer>commit(dsl -> dsl.fetchCount(ROLLOUT))).isZero();
  }

  private Practice practice(Sampler sampler, PracticeSettings settings) {
    return new Practice(ShopTasks.SHOP, ShopTasks.context(), sampler, batch(), settings, List.of());
  }

  private static Batch batch() {
    return new Batch(Purpose.PRACTICE, "trained", 3, 1);
  }

  private static PracticeSettings settings(int samples) {
    return new PracticeSettings(samples, 1, 0.5, 8, ShopTasks.LIMITS, GivenSteps.NONE);
  }

  private RunRollouts runner(Guidance guidance) {
    return new RunRollouts(repository, guidance, Clock.systemUTC());
  }

  private void storeExperience(UUID id) {
    run.commit(
        dsl ->
            dsl.execute(
                """
                INSERT INTO experience (tenant_id, id, learning_run_id, when_to_use, content,
                  operations, state, origin, embedding)
                VALUES (?, ?, ?, 'w', 'c', '{}', 'ACTIVE', 'o', '{}')
                """,
                run.scope().tenant().value(),
                id,
                run.scope().learningRun()));
  }

  private static Episodes counting(AtomicInteger acts) {
    return wrapped(
        (episode, call) -> {
          if (!call.operation().startsWith("list_")) {
            acts.incrementAndGet();
          }
          return episode.act(call);
        });
  }

  /** Answers the probes at the beginning, then nothing. */
  private static Episodes failing(Outcome outcome) {
    return wrapped(
        (episode, call) -> call.operation().equals("update_item") ? outcome : episode.act(call));
  }

  private interface Acting {
    Outcome act(Episode episode, Call call) throws InterruptedException;
  }

  private static Episodes wrapped(Acting acting) {
    return new Episodes() {
      @Override
      public Catalogue operations() {
        return ShopTasks.SHOP.operations();
      }

      @Override
      public Episode open(long seed) {
        var episode = ShopTasks.SHOP.open(seed);
        return new Episode() {
          @Override
          public Map<String, JsonNode> variables() {
            return episode.variables();
          }

          @Override
          public Outcome act(Call call) throws InterruptedException {
            return acting.act(episode, call);
          }

          @Override
          public void close() {
            episode.close();
          }
        };
      }

      @Override
      public Episode live() {
        return open(0);
      }
    };
  }
}
