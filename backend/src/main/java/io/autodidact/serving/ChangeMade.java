package io.autodidact.serving;

import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Outcome;
import io.autodidact.rollout.Action;
import io.autodidact.rollout.Step;

/** Tells steps that changed the software from those that looked, failed or were refused. */
final class ChangeMade {
  private ChangeMade() {}

  static boolean by(Step step, Catalogue usable) {
    return step.action() instanceof Action.Operate(var call)
        && step.observation().outcome().filter(Outcome::succeeded).isPresent()
        && usable
            .find(call.operation())
            .filter(operation -> operation.effect() != Effect.READ)
            .isPresent();
  }
}
