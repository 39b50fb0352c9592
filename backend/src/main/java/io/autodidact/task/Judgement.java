package io.autodidact.task;

import java.util.List;

/**
 * What the checks say of an attempt.
 *
 * @param reward 1 if every expected difference holds, the answer is right and nothing else changed;
 *     otherwise 0
 * @param held indices into {@link Checks#expected()} that hold
 * @param unexpected places that changed though nothing asked for it
 * @param answerRight true when no answer was asked for
 */
public record Judgement(
    double reward, List<Integer> held, List<String> unexpected, boolean answerRight) {
  public Judgement {
    held = List.copyOf(held);
    unexpected = List.copyOf(unexpected);
  }
}
