package io.autodidact.learning;

import java.util.Optional;
import java.util.UUID;

/**
 * What somebody asks of a learning run.
 *
 * @param agent the name consumers will call, {@code [a-z0-9-]}
 * @param budget {@link Budget#DEFAULT} if not said
 * @param seed makes the run repeatable as far as the software and the clock allow; 1 if not said
 */
public record RunRequest(
    UUID environment,
    String agent,
    Optional<Budget> budget,
    Optional<Long> seed,
    Optional<RunSettings> settings) {
  public RunRequest {
    if (!agent.matches("[a-z0-9][a-z0-9-]{0,62}")) {
      throw new IllegalArgumentException(
          "An agent's name has small letters, digits and hyphens, at most 63; not '"
              + agent
              + "'.");
    }
  }
}
