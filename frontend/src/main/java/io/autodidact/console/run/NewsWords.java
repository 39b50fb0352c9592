package io.autodidact.console.run;

import io.autodidact.console.Viewer;
import io.autodidact.learning.RunEvents.RunEvent;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Says in a sentence what a piece of news is: in its own words where it has some, else in ours;
 * news for which there are none is not for people.
 */
final class NewsWords {
  private static final List<String> OWN = List.of("text", "verdict", "reason");

  private final Viewer viewer;
  private final Texts texts;

  private NewsWords(Viewer viewer, Texts texts) {
    this.viewer = viewer;
    this.texts = texts;
  }

  /** How a text with values in it is said. */
  interface Texts {
    String say(String key, Object... values);
  }

  static String of(RunEvent event, Viewer viewer, Texts texts) {
    var data = event.data();
    return OWN.stream()
        .map(name -> data.path(name).asString(""))
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElseGet(() -> new NewsWords(viewer, texts).told(event.kind(), data));
  }

  private String told(String kind, JsonNode data) {
    return switch (kind) {
      case "estimate" ->
          texts.say(
              "news.estimate",
              viewer.duration(minutes(data)),
              whole(data, "calls"),
              whole(data, "tokens"));
      case "warm-start" ->
          texts.say(
              "news.warm-start",
              viewer.duration(Duration.ofSeconds(data.path("seconds").asLong(0))),
              whole(data, "steps"));
      case "iteration" ->
          texts.say(
              "news.iteration",
              whole(data, "iteration"),
              viewer.percent(data.path("reward").asDouble(0)),
              whole(data, "groupsWithSignal"),
              whole(data, "groups"));
      case "tasks-written" -> texts.say("news.tasks-written", whole(data, "families"));
      case "stage" ->
          data.path("stage").isString()
              ? texts.say("news.stage", texts.say("stage." + data.path("stage").asString()))
              : "";
      case "end" -> texts.say("news.end", texts.say("run.state." + data.path("state").asString()));
      default -> "";
    };
  }

  private static Duration minutes(JsonNode data) {
    return Duration.ofSeconds(Math.round(60 * data.path("minutes").asDouble(0)));
  }

  private String whole(JsonNode data, String name) {
    return viewer.number(data.path(name).asLong(0));
  }
}
