package io.autodidact.connector.lifecycle;

import io.autodidact.connector.Call;
import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.ConnectorException.Fault;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Carries out steps in one session. */
final class Performance {
  /** Waits before a call is repeated that an overloaded server turned away. */
  private static final List<Duration> PATIENCE =
      List.of(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(500));

  private final Session session;
  private final Scene scene;

  Performance(Session session, Scene scene) {
    this.session = session;
    this.scene = scene;
  }

  Scene scene() {
    return scene;
  }

  void setUp(List<Script.Step> steps) throws InterruptedException {
    for (var step : steps) {
      run(
          step,
          outcome -> {
            if (!outcome.succeeded() && !step.written().optional()) {
              throw failure(step, outcome);
            }
          });
    }
  }

  /** What to do with the outcome of each of a step's calls. */
  interface Judge {
    void accept(Outcome outcome);
  }

  void run(Script.Step step, Judge judge) throws InterruptedException {
    boolean repeated = step.written().repeated();
    scene.begin(0);
    if (repeated) {
      step.let().keySet().forEach(scene::startList);
      step.bind().keySet().forEach(scene::startList);
    }
    int times = Scene.count(step.repeat().render(scene));
    for (int i = 0; i < times; i++) {
      scene.begin(i);
      if (holds(step.when().render(scene)) && once(step, judge)) {
        scene.keep(repeated);
      }
    }
  }

  private boolean once(Script.Step step, Judge judge) throws InterruptedException {
    step.let().forEach((name, template) -> scene.set(name, template.render(scene)));
    if (!step.calls()) {
      return true;
    }
    var arguments = (ObjectNode) step.arguments().render(scene);
    var outcome = act(new Call(step.written().call(), arguments));
    judge.accept(outcome);
    if (!(outcome instanceof Outcome.Succeeded succeeded)) {
      return false;
    }
    step.bind()
        .forEach(
            (name, pointer) ->
                scene.set(name, bound(step, name, succeeded.body().at(pointer), succeeded)));
    return true;
  }

  /**
   * Repeats what the server said it did not start (429, 503): here a call done twice at worst
   * leaves one entity too many in a state that is thrown away.
   */
  private Outcome act(Call call) throws InterruptedException {
    var outcome = session.act(call);
    for (var pause : PATIENCE) {
      if (!turnedAway(outcome)) {
        return outcome;
      }
      Thread.sleep(pause);
      outcome = session.act(call);
    }
    return outcome;
  }

  private static boolean turnedAway(Outcome outcome) {
    return outcome instanceof Outcome.Broken(int code, String ignored)
        && (code == 429 || code == 503);
  }

  private static JsonNode bound(
      Script.Step step, String name, JsonNode value, Outcome.Succeeded answer) {
    if (value.isMissingNode()) {
      throw Scene.wrong(
          "%s can not bind %s: the answer has nothing at %s. It was %s"
              .formatted(
                  step.title(), name, step.written().bind().get(name), clipped(answer.body())));
    }
    return value;
  }

  private static boolean holds(JsonNode condition) {
    return !(condition.isNull()
        || (condition.isBoolean() && !condition.booleanValue())
        || (condition.isNumber() && condition.decimalValue().signum() == 0)
        || (condition.isString() && condition.stringValue().isEmpty()));
  }

  private static ConnectorException failure(Script.Step step, Outcome outcome) {
    var fault =
        switch (outcome) {
          case Outcome.Refused ignored -> Fault.SETTINGS;
          case Outcome.Unreachable ignored -> Fault.NETWORK;
          case Outcome.Broken ignored -> Fault.SOFTWARE;
          case Outcome.Succeeded ignored -> throw new IllegalStateException("It did not fail");
        };
    return new ConnectorException(fault, step.title() + " failed: " + told(outcome).orElse(""));
  }

  /** What went wrong, in words; empty where nothing did. */
  static Optional<String> told(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Succeeded ignored -> Optional.empty();
      case Outcome.Refused(int code, String message, JsonNode ignored) ->
          Optional.of("it was refused (" + code + "): " + message);
      case Outcome.Broken(int code, String message) ->
          Optional.of("the software broke (" + code + "): " + message);
      case Outcome.Unreachable(String message) -> Optional.of(message);
    };
  }

  private static String clipped(JsonNode body) {
    var text = body.toString();
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }
}
