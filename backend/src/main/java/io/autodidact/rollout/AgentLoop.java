package io.autodidact.rollout;

import io.autodidact.connector.Call;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Session;
import io.autodidact.context.Conversation;
import io.autodidact.context.Said;
import io.autodidact.context.TokenAccount;
import io.autodidact.context.TokenAccount.Source;
import io.autodidact.engine.SampledSequence;
import io.autodidact.rollout.Rollout.Ending;
import io.autodidact.task.Judgement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * The agent's turns in one conversation: speak, act, observe, until it says it is done or a limit
 * is met. What is no call never reaches the software.
 */
final class AgentLoop {
  /** Who has written so many turns in a row that are no call will not find to one. */
  private static final int LOST = 4;

  private final Limits limits;
  private final List<Duration> waits;
  private final Clock clock;

  /**
   * @param waits how long to wait before each further try when the software does not answer
   */
  AgentLoop(Limits limits, List<Duration> waits, Clock clock) {
    this.limits = limits;
    this.waits = waits;
    this.clock = clock;
  }

  /** Says after a successful write how far the task is. */
  interface Judge {
    /** Judges nothing. */
    Judge NONE = answer -> Optional.empty();

    Optional<Judgement> judge(JsonNode answer) throws InterruptedException;
  }

  Transcript run(Conversation conversation, Speaker speaker, Session software, Judge judge)
      throws InterruptedException {
    var patient = new PatientSession(software, waits);
    var steps = new ArrayList<Step>();
    var account = TokenAccount.EMPTY;
    var deadline = clock.instant().plus(limits.time());
    while (true) {
      var prompt = conversation.prompt();
      if (prompt.tokens().length + limits.turnTokens() > limits.tokens()) {
        return new Transcript(steps, Ending.TOKEN_LIMIT, prompt.account());
      }
      if (clock.instant().isAfter(deadline)) {
        return new Transcript(steps, Ending.TIME_LIMIT, prompt.account());
      }
      long began = clock.millis();
      var sampled = speaker.speak(conversation, steps);
      var turn = take(conversation, sampled, patient, judge);
      account = prompt.account().plus(Source.AGENT, sampled.tokens().length);
      int took = Math.toIntExact(clock.millis() - began);
      steps.add(step(steps.size(), turn, prompt.tokens(), sampled, took));
      var ending = ending(turn, steps);
      if (ending.isPresent()) {
        return new Transcript(steps, ending.get(), account);
      }
    }
  }

  private record Turn(String thought, Action action, Observation observation) {}

  private static Step step(
      int index, Turn turn, int[] prompt, SampledSequence sampled, int milliseconds) {
    return new Step(
        index,
        turn.thought(),
        turn.action(),
        turn.observation(),
        prompt,
        sampled.tokens(),
        sampled.logprobs(),
        milliseconds);
  }

  private Optional<Ending> ending(Turn turn, List<Step> taken) {
    if (turn.action() instanceof Action.Finish) {
      return Optional.of(Ending.FINISHED);
    }
    if (turn.observation().outcome().filter(PatientSession::isDown).isPresent()) {
      return Optional.of(Ending.SOFTWARE_DOWN);
    }
    if (isLost(taken)) {
      return Optional.of(Ending.NO_CALL);
    }
    return taken.size() >= limits.steps() ? Optional.of(Ending.STEP_LIMIT) : Optional.empty();
  }

  /** Only turns that are no call for a while, or the same twice: it has not read what is wrong. */
  private static boolean isLost(List<Step> taken) {
    var wrong =
        taken.reversed().stream()
            .takeWhile(step -> step.action() instanceof Action.Malformed)
            .map(Step::completionTokens)
            .toList();
    return wrong.size() >= LOST || (wrong.size() >= 2 && Arrays.equals(wrong.get(0), wrong.get(1)));
  }

  private static Turn take(
      Conversation conversation, SampledSequence sampled, PatientSession software, Judge judge)
      throws InterruptedException {
    return switch (conversation.hear(sampled.tokens())) {
      case Said.Operate operate -> acted(conversation, operate, software, judge);
      case Said.Consult consult -> {
        var action = new Action.Consult(consult.tool().word(), consult.query());
        yield new Turn(consult.thought(), action, only(conversation.tell(consult)));
      }
      case Said.Malformed bad -> {
        var action = new Action.Malformed(bad.text(), bad.problem());
        yield new Turn(bad.thought(), action, only(conversation.tell(bad)));
      }
      case Said.Finish finish ->
          new Turn(finish.thought(), new Action.Finish(finish.answer()), only(""));
    };
  }

  private static Turn acted(
      Conversation conversation, Said.Operate operate, PatientSession software, Judge judge)
      throws InterruptedException {
    Call call = operate.call();
    var effect = conversation.effect(call);
    Outcome outcome = software.act(call, effect);
    var shown = conversation.tell(call, outcome);
    Optional<Judgement> judgement =
        outcome.succeeded() && effect != Effect.READ
            ? judge.judge(NullNode.getInstance())
            : Optional.empty();
    return new Turn(
        operate.thought(),
        new Action.Operate(call),
        new Observation(
            shown,
            Optional.of(outcome),
            judgement.map(Judgement::held).orElse(List.of()),
            judgement.map(Judgement::unexpected).orElse(List.of())));
  }

  private static Observation only(String shown) {
    return new Observation(shown, Optional.empty(), List.of(), List.of());
  }
}
