package io.autodidact.exploration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The edges that a success has proven, beside those that are only likely. */
final class ConfirmedFlows {
  private static final double LIKELY = 0.6;

  private record Edge(Source source, String consumer, String parameter) {}

  private final Map<Edge, Integer> confirmed = new LinkedHashMap<>();

  void confirm(Source source, String consumer, String parameter, int transition) {
    confirmed.putIfAbsent(new Edge(source, consumer, parameter), transition);
  }

  /** Confirmed edges, then the likely ones among path parameters that nothing confirmed yet. */
  List<Flow> with(FlowCandidates candidates) {
    var flows = new ArrayList<Flow>();
    confirmed.forEach((edge, seq) -> flows.add(flow(edge, Optional.of(seq))));
    candidates
        .all()
        .forEach(
            (slot, sources) -> {
              for (var candidate : sources) {
                var edge = new Edge(candidate.source(), slot.operation(), slot.pointer());
                if (slot.inPath() && candidate.prior() >= LIKELY && !confirmed.containsKey(edge)) {
                  flows.add(flow(edge, Optional.empty()));
                }
              }
            });
    return flows;
  }

  private static Flow flow(Edge edge, Optional<Integer> confirmedBy) {
    return new Flow(
        edge.source().operation(),
        edge.source().path(),
        edge.consumer(),
        edge.parameter(),
        confirmedBy);
  }
}
