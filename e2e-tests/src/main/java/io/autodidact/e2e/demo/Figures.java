package io.autodidact.e2e.demo;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The figures of a report as {@code --json} writes them; rates in 0..1. */
final class Figures {
  private Figures() {}

  static ObjectNode of(JsonNode report, double seconds) {
    var figures = ApiClient.JSON.createObjectNode().put("seconds", Math.round(seconds));
    figures.set("operations", report.path("operations"));
    figures.set("tasks", report.path("tasks"));
    var exam = figures.putObject("exam");
    exam.put("tasks", report.path("exam").path("tasks").asInt());
    putScore(exam, "base", report, "base");
    putScore(exam, "base_with_examples", report, "base+examples");
    putScore(exam, "warm_start", report, "warm-start");
    putScore(exam, "release", report, "trained");
    difference(report, "trained", "base")
        .ifPresent(
            interval ->
                exam.put("low", interval.get("low").asDouble())
                    .put("high", interval.get("high").asDouble()));
    figures.set("release", report.path("release"));
    return figures;
  }

  private static void putScore(ObjectNode exam, String name, JsonNode report, String candidate) {
    score(report, candidate).ifPresent(found -> exam.put(name, found.get("average").asDouble()));
  }

  static Optional<JsonNode> score(JsonNode report, String candidate) {
    for (var score : report.path("exam").path("scores")) {
      if (score.path("candidate").asString().equals(candidate)) {
        return Optional.of(score);
      }
    }
    return Optional.empty();
  }

  static Optional<JsonNode> difference(JsonNode report, String candidate, String baseline) {
    for (var difference : report.path("exam").path("differences")) {
      if (difference.path("candidate").asString().equals(candidate)
          && difference.path("baseline").asString().equals(baseline)) {
        return Optional.of(difference.get("interval"));
      }
    }
    return Optional.empty();
  }
}
