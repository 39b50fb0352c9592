package io.autodidact.e2e.bench.credit;

import io.autodidact.connector.Call;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Outcome;
import io.autodidact.context.TokenAccount;
import io.autodidact.rollout.Action;
import io.autodidact.rollout.Observation;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.RolloutId;
import io.autodidact.rollout.Step;
import io.autodidact.task.ReplayCheck;
import io.autodidact.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * An attempt in the making: real calls in an episode of its own, judged by the task's own checks.
 */
final class Attempt implements AutoCloseable {
  private final Task task;
  private final ReplayCheck check;
  private final List<Step> steps = new ArrayList<>();
  private final List<Optional<Planting>> plantings = new ArrayList<>();
  private JsonNode answer = NullNode.getInstance();

  Attempt(Task task) throws InterruptedException {
    this.task = task;
    this.check = ReplayCheck.begin(new StockRoom(task.episodeSeed()), task.checks());
  }

  /** A finished attempt and what each of its steps was planted as, if it was. */
  record Planted(Task task, Rollout rollout, List<Optional<Planting>> plantings) {}

  Outcome call(Call call, Optional<Planting> planting) throws InterruptedException {
    var outcome = check.episode().act(call);
    boolean wrote =
        outcome.succeeded()
            && StockRoom.CATALOGUE.find(call.operation()).orElseThrow().effect() != Effect.READ;
    var judgement = check.judge(NullNode.getInstance());
    add(
        new Action.Operate(call),
        new Observation(
            "",
            Optional.of(outcome),
            wrote ? judgement.held() : List.of(),
            wrote ? judgement.unexpected() : List.of()),
        planting);
    return outcome;
  }

  void malformed() {
    add(
        new Action.Malformed("get stock", "There is no operation get"),
        new Observation("", Optional.empty(), List.of(), List.of()),
        Optional.of(Planting.FAULTY));
  }

  void finish(JsonNode said, Planting planting) {
    answer = said;
    add(
        new Action.Finish(said),
        new Observation("", Optional.empty(), List.of(), List.of()),
        Optional.of(planting));
  }

  /** The successful calls so far, since the last write. */
  List<Call> readsSinceLastWrite() {
    var reads = new ArrayList<Call>();
    for (var step : steps) {
      if (step.action() instanceof Action.Operate(var call)
          && step.observation().outcome().filter(Outcome::succeeded).isPresent()) {
        var effect = StockRoom.CATALOGUE.find(call.operation()).orElseThrow().effect();
        if (effect == Effect.READ) {
          reads.add(call);
        } else {
          reads.clear();
        }
      }
    }
    return reads;
  }

  Planted planted(int sample) throws InterruptedException {
    var origin =
        new Rollout.Origin(Rollout.Purpose.PRACTICE, "planted", 0, 0, sample, false, 0, sample);
    var rollout =
        new Rollout(
            new RolloutId(new UUID(task.id().value().getLeastSignificantBits(), sample)),
            task.id(),
            task.split(),
            origin,
            steps,
            Rollout.Ending.FINISHED,
            check.judge(answer),
            List.of(),
            TokenAccount.EMPTY);
    return new Planted(task, rollout, List.copyOf(plantings));
  }

  @Override
  public void close() {
    check.episode().close();
  }

  private void add(Action action, Observation observation, Optional<Planting> planting) {
    steps.add(
        new Step(steps.size(), "", action, observation, new int[1], new int[1], new float[1], 0));
    plantings.add(planting);
  }
}
