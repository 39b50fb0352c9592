package io.autodidact.rollout;

import io.autodidact.connector.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * What a step brought to light.
 *
 * @param shown the text the agent saw
 * @param outcome what the software answered; empty where nothing reached it
 * @param held after a successful write: which expected differences of the task hold now
 * @param unexpected after a successful write: places that changed though nothing asked for it
 */
public record Observation(
    String shown, Optional<Outcome> outcome, List<Integer> held, List<String> unexpected) {
  public Observation {
    held = List.copyOf(held);
    unexpected = List.copyOf(unexpected);
  }
}
