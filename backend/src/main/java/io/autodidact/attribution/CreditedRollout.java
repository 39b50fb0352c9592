package io.autodidact.attribution;

import io.autodidact.rollout.Rollout;
import java.util.List;
import java.util.Optional;

/**
 * An attempt whose steps were credited.
 *
 * @param attributions one a step, in order
 * @param advantages one a step, for every token the agent sampled in it; zero for given steps;
 *     empty if its group has no signal or the attempt counts as nothing: it is not trained on
 */
public record CreditedRollout(
    Rollout rollout, List<Attribution> attributions, Optional<double[]> advantages) {
  public CreditedRollout {
    attributions = List.copyOf(attributions);
  }
}
