package io.autodidact.learning;

import java.util.Set;

/**
 * Which runs of a list somebody wants to see.
 *
 * @param agent part of the agent's name; blank for every agent
 * @param states empty for every state
 */
public record RunFilter(String agent, Set<RunState> states) {
  public static final RunFilter ALL = new RunFilter("", Set.of());

  public RunFilter {
    states = Set.copyOf(states);
  }
}
