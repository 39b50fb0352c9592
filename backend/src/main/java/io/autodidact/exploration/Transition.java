package io.autodidact.exploration;

import io.autodidact.connector.Call;
import io.autodidact.connector.Outcome;
import java.util.Map;

/**
 * One call made while exploring.
 *
 * @param seq its place in the exploration, from 0
 * @param episodeSeed the seed of the episode it was made in; equal seeds make equal entities
 * @param provenance for each argument leaf (JSON Pointer into the arguments) where its value came
 *     from
 */
public record Transition(
    int seq, long episodeSeed, Call call, Map<String, Provenance> provenance, Outcome outcome) {
  public Transition {
    provenance = Map.copyOf(provenance);
  }
}
