package io.autodidact.rollout;

import io.autodidact.connector.Call;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Session;
import io.autodidact.context.AgentContext;
import io.autodidact.context.Opening;
import io.autodidact.task.PlanReplay;
import io.autodidact.task.Task;
import java.time.Clock;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A replayed reference plan as the tokens that an agent would have produced: the same loop as a
 * live attempt, with the plan as the speaker and the recorded answers as the software.
 */
public final class ReferenceTrajectory {
  private static final Comparator<JsonNode> BY_VALUE =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  private final AgentContext context;
  private final Limits limits;

  public ReferenceTrajectory(AgentContext context, Limits limits) {
    this.context = context;
    this.limits = limits;
  }

  /** A reference plan as turns, or why it can not be shown so. */
  public sealed interface Shown {
    /** Ends with the agent's finish. Log-probabilities are zeros. */
    record Turns(Opening opening, List<Step> steps) implements Shown {
      public Turns {
        steps = List.copyOf(steps);
      }
    }

    /** The agent could not have known what the plan does, or runs into a limit. */
    record NotShowable(String reason) implements Shown {}
  }

  /** Renders the plan of a task as it was carried out. */
  public Shown of(Task task, PlanReplay replay) throws InterruptedException {
    var opening = context.open(task.request(), List.of(), List.of());
    var loop = new AgentLoop(limits, List.of(), Clock.systemUTC());
    try {
      var transcript =
          loop.run(
              context.begin(opening),
              new ReferenceSpeaker(task.plan(), task.request()),
              new Recorded(replay.steps().iterator()),
              AgentLoop.Judge.NONE);
      return transcript.ending() == Rollout.Ending.FINISHED
          ? new Shown.Turns(opening, transcript.steps())
          : new Shown.NotShowable("It ends by " + transcript.ending());
    } catch (ReferenceSpeaker.NotShowable e) {
      return new Shown.NotShowable(e.reason());
    }
  }

  /** The software as it answered before. */
  private record Recorded(Iterator<PlanReplay.Done> steps) implements Session {
    @Override
    public Outcome act(Call call) {
      if (!steps.hasNext()) {
        throw new ReferenceSpeaker.NotShowable("The plan was not carried out to its end");
      }
      var done = steps.next();
      if (!same(done.call(), call)) {
        throw new ReferenceSpeaker.NotShowable("The agent's words mean another call: " + call);
      }
      return done.outcome();
    }

    /** Numbers are compared by value: 2 is 2.0. */
    private static boolean same(Call one, Call other) {
      return one.operation().equals(other.operation())
          && one.arguments().equals(BY_VALUE, other.arguments());
    }

    @Override
    public void close() {}
  }
}
