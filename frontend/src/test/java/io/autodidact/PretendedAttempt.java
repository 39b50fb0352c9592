package io.autodidact;

import io.autodidact.connector.Episodes;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Session;
import io.autodidact.context.TokenAccount;
import io.autodidact.rollout.Action;
import io.autodidact.rollout.Observation;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Rollout.Ending;
import io.autodidact.rollout.Rollout.Origin;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.rollout.RolloutId;
import io.autodidact.rollout.Step;
import io.autodidact.task.Judgement;
import io.autodidact.task.ReplayCheck;
import io.autodidact.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;

/**
 * An attempt by nobody: real calls of real software after the task's plan. Every third one stops
 * before the last step; every fourth begins with a name that does not exist.
 */
final class PretendedAttempt {
  private static final int CLIPPED = 600;

  private final Episodes episodes;
  private final Task task;
  private final int round;
  private final int sample;
  private final List<Step> steps = new ArrayList<>();
  private final List<JsonNode> results = new ArrayList<>();

  PretendedAttempt(Episodes episodes, Task task, int round, int sample) {
    this.episodes = episodes;
    this.task = task;
    this.round = round;
    this.sample = sample;
  }

  Rollout make(List<UUID> lessons) throws InterruptedException {
    boolean good = (sample + round + task.id().hashCode()) % 3 != 0;
    try (var episode = episodes.open(task.episodeSeed())) {
      var check = ReplayCheck.begin(episode, task.checks());
      if (sample == 0) {
        var wrong = "get_" + task.plan().steps().getFirst().operation();
        add(
            new Action.Malformed(wrong, "There is no operation " + wrong + ", look at the list."),
            "There is no operation " + wrong + ".",
            Optional.empty(),
            List.of());
      }
      int last = task.plan().steps().size() - (good ? 0 : 1);
      for (int i = 0; i < last; i++) {
        act(check, check.episode(), i);
      }
      var answer = good ? answer() : NullNode.getInstance();
      add(new Action.Finish(answer), "", Optional.empty(), List.of());
      return rollout(check.judge(answer), lessons);
    }
  }

  private void act(ReplayCheck check, Session session, int step) throws InterruptedException {
    var call = task.plan().steps().get(step).call(results).orElseThrow();
    var outcome = session.act(call);
    var body =
        outcome instanceof Outcome.Succeeded(int ignored, JsonNode found) && found != null
            ? found
            : MissingNode.getInstance();
    results.add(body);
    var text = body.toString();
    add(
        new Action.Operate(call),
        text.length() > CLIPPED ? text.substring(0, CLIPPED) + " …" : text,
        Optional.of(outcome),
        check.judge(NullNode.getInstance()).held());
  }

  private JsonNode answer() {
    var values =
        task.plan().answer().stream().flatMap(source -> source.resolve(results).stream()).toList();
    return values.isEmpty() ? NullNode.getInstance() : values.getFirst();
  }

  private void add(Action action, String shown, Optional<Outcome> outcome, List<Integer> held) {
    steps.add(
        new Step(
            steps.size(),
            "",
            action,
            new Observation(shown, outcome, held, List.of()),
            new int[] {1},
            new int[] {2},
            new float[] {-0.1f},
            180));
  }

  private Rollout rollout(Judgement judgement, List<UUID> lessons) {
    return new Rollout(
        new RolloutId(UUID.randomUUID()),
        task.id(),
        task.split(),
        new Origin(
            Purpose.PRACTICE, "trained", round, round, sample, !lessons.isEmpty(), 0, sample),
        steps,
        Ending.FINISHED,
        judgement,
        lessons,
        TokenAccount.EMPTY);
  }
}
