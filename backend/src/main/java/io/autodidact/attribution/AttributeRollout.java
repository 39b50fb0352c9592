package io.autodidact.attribution;

import io.autodidact.connector.Catalogue;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Rollout.Ending;
import io.autodidact.task.Task;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says of every step of an attempt whether it helped, and why, without a model: from where the
 * values of its calls came, and from what each call did to the task's checks. What can not be
 * decided that way is abstained from.
 */
public final class AttributeRollout {
  private static final double SUCCESS = 0.5;

  private final Catalogue catalogue;

  /**
   * @param catalogue says which operations only read
   */
  public AttributeRollout(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The credit of every step, in order. */
  public List<Attribution> attribute(Task task, Rollout rollout) {
    if (!rollout.task().equals(task.id())) {
      throw new IllegalArgumentException("The attempt is at another task");
    }
    var trails = Trails.of(task, new Turns(rollout, catalogue));
    return IntStream.range(0, rollout.steps().size())
        .mapToObj(turn -> credit(trails, turn).of(rollout.steps().get(turn).index()))
        .toList();
  }

  private static Credit credit(Trails trails, int turn) {
    var rollout = trails.turns().rollout();
    if (turn < rollout.origin().givenSteps()) {
      return Credit.abstain("It was given, not chosen by the agent");
    }
    if (rollout.ending() == Ending.SOFTWARE_DOWN) {
      return Credit.abstain("The software went down; the attempt says nothing about the agent");
    }
    return new PlainCredit(trails.turns(), trails.states())
        .of(turn)
        .orElseGet(
            () ->
                rollout.reward() > SUCCESS
                    ? new SuccessCredit(trails).of(turn)
                    : new FailureCredit(trails).of(turn));
  }
}
