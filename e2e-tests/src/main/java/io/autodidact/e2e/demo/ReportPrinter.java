package io.autodidact.e2e.demo;

import io.autodidact.e2e.stack.Stack;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Shows what came of a learning run. */
final class ReportPrinter {
  private record Candidate(String id, String label) {}

  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate("base", "the model before it learned anything"),
          new Candidate("base+examples", "the same, shown two solved examples"),
          new Candidate("warm-start", "after imitating its own plans"),
          new Candidate("trained", "after practising, too: the result"));

  private final Screen screen;

  ReportPrinter(Screen screen) {
    this.screen = screen;
  }

  void print(JsonNode report, double seconds, Stack stack) {
    screen.heading("What came of it, after %.0f s".formatted(seconds));
    screen.line(
        "  It found out how %d of %d operations are used, and wrote %d tasks of %d kinds for itself."
            .formatted(
                report.at("/operations/reached").asInt(),
                report.at("/operations/total").asInt(),
                report.at("/tasks/kept").asInt(),
                report.at("/tasks/families").asInt()));
    exam(report);
    lessons(report);
    instructive(report);
    release(report, stack);
    stack
        .memory()
        .forEach(
            (name, used) ->
                screen.line(
                    "  Memory of the %s: %d MB now, %d MB at most."
                        .formatted(name, used.now(), used.peak())));
  }

  private void exam(JsonNode report) {
    screen.heading(
        "The exam: %d tasks the agent had never seen, checked in the software itself"
            .formatted(report.at("/exam/tasks").asInt()));
    screen.line(
        "  %-38s %7s %12s %10s %12s"
            .formatted("who sat it", "solved", "one thing", "several", "in sequence"));
    for (var candidate : CANDIDATES) {
      Figures.score(report, candidate.id())
          .ifPresent(score -> screen.line(row(candidate.label(), score)));
    }
    screen.line("");
    Figures.difference(report, "trained", "base")
        .ifPresent(gain -> screen.line("  Learning brought " + points(gain)));
    Figures.difference(report, "trained", "warm-start")
        .ifPresent(own -> screen.line("  Of that, practising brought " + points(own)));
  }

  private static String row(String label, JsonNode score) {
    var difficulties = score.path("byDifficulty");
    return "  %-38s %7s %12s %10s %12s"
        .formatted(
            label,
            percent(score.path("average")),
            percent(difficulties.path("1")),
            percent(difficulties.path("2")),
            percent(difficulties.path("3")));
  }

  private void lessons(JsonNode report) {
    screen.heading("Lessons it drew from its attempts");
    if (report.path("lessons").isEmpty()) {
      screen.line("  None was worth keeping.");
    }
    for (var lesson : report.path("lessons")) {
      screen.line("  • " + lesson.path("text").asString());
      screen.line("    " + lesson.path("lift").asString());
    }
  }

  private void instructive(JsonNode report) {
    var story = report.path("instructive");
    if (story.isMissingNode() || story.isNull()) {
      return;
    }
    screen.heading("An attempt worth reading: " + story.path("request").asString());
    for (var step : story.path("steps")) {
      screen.line(
          "  %-6s %s".formatted(step.path("verdict").asString(), step.path("action").asString()));
      screen.line("         saw: " + step.path("saw").asString());
      screen.line("         why: " + step.path("reason").asString());
    }
  }

  private void release(JsonNode report, Stack stack) {
    var release = report.path("release");
    if (release.isMissingNode() || release.isNull()) {
      screen.heading("No release came of it");
      return;
    }
    boolean released = release.path("released").asBoolean();
    screen.heading(
        (released ? "Release v" : "Held back: candidate v") + release.path("version").asInt());
    screen.line("  " + release.path("verdict").asString());
    screen.line("  It is signed; its digest is " + release.path("digest").asString());
    if (released && report.hasNonNull("exampleRequest")) {
      screen.heading("Ask it to do something, in the workspace where people work");
      screen.line(curl(report, stack));
    }
  }

  /** A line that works as it stands in a shell. */
  private static String curl(JsonNode report, Stack stack) {
    var body = ApiClient.JSON.createObjectNode().put("model", report.path("agent").asString());
    body.putArray("messages")
        .addObject()
        .put("role", "user")
        .put("content", report.path("exampleRequest").asString());
    return """
      curl %s \\
        -H "Authorization: Bearer $(cat %s)" \\
        -H 'Content-Type: application/json' \\
        -d '%s'\
    """
        .formatted(
            stack.address().resolve("/v1/chat/completions"),
            stack.keyFile(),
            body.toString().replace("'", "'\\''"));
  }

  private static String percent(JsonNode rate) {
    return rate.isNumber() ? "%.0f %%".formatted(100 * rate.asDouble()) : "–";
  }

  private static String points(JsonNode interval) {
    double low = 100 * interval.get("low").asDouble();
    double high = 100 * interval.get("high").asDouble();
    return "%+.0f points (95 %% sure of %+.0f to %+.0f%s)."
        .formatted(
            100 * interval.get("mean").asDouble(),
            low,
            high,
            low <= 0 && high >= 0 ? ": too little to tell" : "");
  }
}
