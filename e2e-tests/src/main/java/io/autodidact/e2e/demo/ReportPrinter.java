package io.autodidact.e2e.demo;

import io.autodidact.e2e.stack.Stack;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Shows what came of a learning run. */
final class ReportPrinter {
  private record Candidate(String id, String label) {}

  private static final List<Candidate> CANDIDATES =
      List.of(
          new Candidate("base", "base model"),
          new Candidate("base+examples", "base model, two worked examples"),
          new Candidate("warm-start", "after the warm start"),
          new Candidate("trained", "after the iterations"));

  private final Screen screen;

  ReportPrinter(Screen screen) {
    this.screen = screen;
  }

  void print(JsonNode report, double seconds, Stack stack) {
    screen.heading("What came of it, after %.0f s".formatted(seconds));
    screen.line(
        "  %d of %d operations reached; %d tasks of %d kinds kept"
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
                    "  Memory of the %s: %d MB now, %d MB at most"
                        .formatted(name, used.now(), used.peak())));
  }

  private void exam(JsonNode report) {
    screen.heading(
        "The exam: %d tasks it never trained on".formatted(report.at("/exam/tasks").asInt()));
    screen.line(
        "  %-34s %8s   %-24s %s"
            .formatted("", "success", "gain over the base, 95 %", "difficulty 1 / 2 / 3"));
    for (var candidate : CANDIDATES) {
      Figures.score(report, candidate.id())
          .ifPresent(score -> screen.line(row(report, candidate, score)));
    }
    Figures.difference(report, "trained", "warm-start")
        .ifPresent(own -> screen.line("  The iterations' own share: " + points(own)));
  }

  private static String row(JsonNode report, Candidate candidate, JsonNode score) {
    var gain =
        Figures.difference(report, candidate.id(), "base").map(ReportPrinter::points).orElse("");
    var difficulties =
        List.of("1", "2", "3").stream()
            .map(one -> score.path("byDifficulty").path(one))
            .map(rate -> rate.isMissingNode() ? "–" : percent(rate.asDouble()))
            .toList();
    return "  %-34s %8s   %-24s %s"
        .formatted(
            candidate.label(),
            percent(score.get("average").asDouble()),
            gain,
            String.join(" / ", difficulties));
  }

  private void lessons(JsonNode report) {
    screen.heading("Lessons it drew");
    if (report.path("lessons").isEmpty()) {
      screen.line("  None were worth keeping.");
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
    screen.heading(
        (release.path("released").asBoolean() ? "Release v" : "Candidate v")
            + release.path("version").asInt());
    screen.line("  " + release.path("verdict").asString());
    screen.line("  Digest " + release.path("digest").asString());
    screen.line("");
    screen.line("  curl " + stack.address().resolve("/v1/chat/completions") + " \\");
    screen.line("    -H 'Authorization: Bearer '$(cat " + stack.keyFile() + ") \\");
    screen.line("    -H 'Content-Type: application/json' \\");
    screen.line(
        "    -d '{\"model\": \"%s\", \"messages\": [{\"role\": \"user\", \"content\": \"%s\"}]}'"
            .formatted(
                report.path("agent").asString(),
                report.path("exampleRequest").asString().replace("'", "’").replace("\"", "\\\"")));
  }

  private static String percent(double rate) {
    return "%.0f %%".formatted(100 * rate);
  }

  private static String points(JsonNode interval) {
    return "%+.0f points (%+.0f to %+.0f)"
        .formatted(
            100 * interval.get("mean").asDouble(),
            100 * interval.get("low").asDouble(),
            100 * interval.get("high").asDouble());
  }
}
