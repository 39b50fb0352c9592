package io.autodidact.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.context.Tokens;
import io.autodidact.engine.SamplingSettings;
import io.autodidact.rollout.ReferenceTrajectory.Shown;
import io.autodidact.rollout.Rollout.Ending;
import io.autodidact.task.Judgement;
import io.autodidact.task.PlanReplay;
import io.autodidact.task.ReplayCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import io.autodidact.connector.Call;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Outcome;
import io.autodidact.task.Frame;
import io.autodidact.task.Split;
import io.autodidact.task.Task;
import io.autodidact.task.TaskWorkshop;
import io.autodidact.task.TaskWorkshop.Written;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ReferenceTrajectoryTest {
  @Test
  void aPlanIsRenderedAsTheTurnsOfAnAgent() throws Exception {
    var turns = shown(7, 2);
    var texts =
        turns.steps().stream()
            .map(step -> ScriptedSampler.TOKENIZER.decode(step.completionTokens()))
            .toList();
    assertThat(texts).containsExactly("list_items", "update_item #1 reorderLevel=77", "finish");
    assertThat(turns.steps().getFirst().observation().shown())
        .startsWith("#1 ")
        .endsWith("\n+5 more");
  }

  /** Fed to a live attempt by a scripted sampler, the reference gives the very same tokens. */
  @Test
  void aLiveAttemptThatSaysTheSameHasTheSameTokensAndSolvesTheTask() throws Exception {
    for (int seed = 1; seed <= 20; seed++) {
      var reference = shown(seed, seed % 6).steps();
      var task = ShopTasks.reorderLevel(seed, seed % 6, 77);
      var lines =
          reference.stream()
              .map(step -> ScriptedSampler.TOKENIZER.decode(step.completionTokens()))
              .toArray(String[]::new);
      var context = ShopTasks.context();
      var opening = context.open(task.request(), List.of(), List.of());
      var settings = new SamplingSettings(100, 1, 1, context.stopTokens());
      var speaker = new PolicySpeaker(ScriptedSampler.saying(lines), settings, Optional.empty());
      var check = ReplayCheck.begin(ShopTasks.SHOP.open(seed), task.checks());
      var live =
          new AgentLoop(ShopTasks.LIMITS, List.of(), Clock.systemUTC())
              .run(
                  context.begin(opening),
                  speaker,
                  check.episode(),
                  answer -> Optional.of(check.judge(answer)));

      assertThat(live.ending()).isEqualTo(Ending.FINISHED);
      assertThat(check.judge(live.answer()))
          .isEqualTo(new Judgement(1, List.of(0), List.of(), true));
      assertThat(live.steps().get(1).observation().held()).containsExactly(0);
      assertThat(live.steps()).hasSameSizeAs(reference);
      for (int i = 0; i < reference.size(); i++) {
        assertThat(live.steps().get(i).promptTokens()).isEqualTo(reference.get(i).promptTokens());
        assertThat(live.steps().get(i).completionTokens())
            .isEqualTo(reference.get(i).completionTokens());
      }
    }
  }

  @Test
  void promptsOnlyGrowAndTheTrainingViewIsOneSequence() throws Exception {
    var steps = shown(3, 1).steps();
    for (int i = 1; i < steps.size(); i++) {
      var before = steps.get(i - 1);
      assertThat(
              Tokens.startsWith(
                  steps.get(i).promptTokens(),
                  Tokens.join(before.promptTokens(), before.completionTokens())))
          .isTrue();
    }
    var view = TrainingView.of(shown(3, 1));
    assertThat(view.sequences()).hasSize(1);
    var sequence = view.sequences().getFirst();
    assertThat(sequence.own())
        .isEqualTo(steps.stream().mapToInt(step -> step.completionTokens().length).sum());
    assertThat(sequence.tokens())
        .isEqualTo(Tokens.join(steps.getLast().promptTokens(), steps.getLast().completionTokens()));
  }

  /** Tasks of the shop that speak of several things or of a condition, acted out. */
  @Test
  void whatIsDoneToEachOrOnAConditionIsDoneOnceItsGroundsAreSeen() throws Exception {
    var shop = ShopTasks.SHOP;
    var workshop = TaskWorkshop.open(shop, shop.explored(), operation -> true, 3);
    var roomy = new Limits(14, 9000, 200, Duration.ofMinutes(1));
    var reference = new ReferenceTrajectory(ShopTasks.context(), roomy);
    int acted = 0;
    for (var family : workshop.families()) {
      boolean framed = !(family.frame() instanceof Frame.Plain);
      for (int seed = 0; framed && seed < 4; seed++) {
        if (workshop.write(family, Split.TRAIN, seed) instanceof Written.Kept kept) {
          var shown = reference.of(kept.task(), kept.replay());
          assertThat(shown).as(kept.task().request()).isInstanceOf(Shown.Turns.class);
          var steps = ((Shown.Turns) shown).steps();
          assertThat(steps.getLast().action()).isInstanceOf(Action.Finish.class);
          assertGroundsSeen(kept.task(), kept.replay(), steps);
          acted++;
        }
      }
    }
    assertThat(acted).isGreaterThan(10);
  }

  private static void assertGroundsSeen(Task task, PlanReplay replay, List<Step> steps) {
    var results =
        replay.steps().stream()
            .map(done -> ((Outcome.Succeeded) done.outcome()).body())
            .toList();
    var seen =
        steps.stream()
            .takeWhile(step -> !writes(step))
            .map(step -> step.observation().shown())
            .collect(Collectors.joining("\n"));
    assertThat(task.plan().deciding())
        .as(task.request())
        .allSatisfy(
            source ->
                assertThat(seen).contains(source.resolve(results).orElseThrow().asString()));
  }

  private static boolean writes(Step step) {
    return step.action() instanceof Action.Operate(Call call)
        && ShopTasks.SHOP.operations().find(call.operation()).orElseThrow().effect()
            != Effect.READ;
  }

  private static Shown.Turns shown(long seed, int index) throws InterruptedException {
    var task = ShopTasks.reorderLevel(seed, index, 77);
    var replay = PlanReplay.of(task.plan(), ShopTasks.SHOP.open(seed));
    assertThat(replay.problem()).isEmpty();
    return (Shown.Turns)
        new ReferenceTrajectory(ShopTasks.context(), ShopTasks.LIMITS).of(task, replay);
  }
}
