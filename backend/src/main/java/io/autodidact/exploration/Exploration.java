package io.autodidact.exploration;

import java.util.List;

/**
 * What exploring brought: the calls, the flows among operations, what was reached and what was
 * found.
 */
public record Exploration(
    List<Transition> transitions, List<Flow> flows, Coverage coverage, List<Finding> findings) {
  public Exploration {
    transitions = List.copyOf(transitions);
    flows = List.copyOf(flows);
    findings = List.copyOf(findings);
  }
}
