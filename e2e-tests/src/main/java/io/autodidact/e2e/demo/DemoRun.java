package io.autodidact.e2e.demo;

import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Registers the software, states the goals, starts a run and shows what it does. */
final class DemoRun {
  private final ApiClient api;
  private final Screen screen;
  private final Options options;
  private String stage = "";

  DemoRun(ApiClient api, Screen screen, Options options) {
    this.api = api;
    this.screen = screen;
    this.options = options;
  }

  /**
   * The whole loop.
   *
   * @return the run's report
   */
  JsonNode learn(Software software) throws InterruptedException, IOException {
    screen.heading("Connecting the software");
    software.storeSecrets(api);
    var environment = api.post("/api/v1/environments", software.environment()).get("id");
    var id = environment.get("value").asString();
    var test = api.post("/api/v1/environments/" + id + "/test", Map.of());
    screen.line(
        "  %d operations can be called, %d are described wrongly; a fresh state works."
            .formatted(test.get("operations").asInt(), test.get("defects").size()));
    for (var goal : software.goals()) {
      api.post("/api/v1/environments/" + id + "/goals", goal);
      screen.line("  Goal: " + goal.get("text").asString());
    }
    var run =
        api.post(
            "/api/v1/learning-runs",
            Map.of(
                "environment",
                id,
                "agent",
                options.target() + "-agent",
                "budget",
                Map.of("minutes", options.minutes(), "calls", 1_000_000, "tokens", 50_000_000),
                "seed",
                options.seed()));
    var runId = run.get("scope").get("learningRun").asString();
    screen.heading("Learning, at most %.0f minutes".formatted(options.minutes()));
    api.stream("/api/v1/learning-runs/" + runId + "/events", this::show);
    return api.get("/api/v1/learning-runs/" + runId + "/report");
  }

  private void show(String event, JsonNode data) {
    switch (event) {
      case "progress" -> {
        // What is known of the stage before says nothing of this one.
        if (data.has("doing") && data.path("stage").asString("").equals(stage)) {
          screen.progress(
              data.get("doing").asString(),
              data.get("done").asInt(),
              data.get("total").asInt(),
              data.get("secondsLeft").asLong());
        }
      }
      case "stage" -> {
        stage = data.get("stage").asString();
        screen.line("▸ " + data.get("label").asString());
      }
      case "end" -> {
        if (data.hasNonNull("reason")) {
          screen.line("  " + data.get("reason").asString());
        }
      }
      default -> {
        if (data.has("text")) {
          screen.line("  " + data.get("text").asString());
        }
      }
    }
  }
}
