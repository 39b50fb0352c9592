package io.autodidact.console;

import io.autodidact.learning.RunEvents.RunEvent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says in a sentence what a piece of news is; its own words where it has some. */
final class NewsWords {
  private static final List<String> OWN = List.of("text", "label", "verdict", "reason");

  private NewsWords() {}

  static String of(RunEvent event) {
    var data = event.data();
    return OWN.stream()
        .map(name -> data.path(name).asString(""))
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElseGet(() -> told(event.kind(), data));
  }

  private static String told(String kind, JsonNode data) {
    return switch (kind) {
      case "estimate" ->
          "About %.0f minutes, %,d calls and %,d tokens"
              .formatted(number(data, "minutes"), whole(data, "calls"), whole(data, "tokens"));
      case "warm-start" ->
          "Imitated its own plans for %d min in %d steps"
              .formatted(Math.round(number(data, "seconds") / 60), whole(data, "steps"));
      case "iteration" ->
          "Round %d: its attempts did %.0f %% of what was asked; %d of %d tasks taught it something"
              .formatted(
                  whole(data, "iteration"),
                  100 * number(data, "reward"),
                  whole(data, "groupsWithSignal"),
                  whole(data, "groups"));
      case "tasks-written" -> "%d kinds of tasks found".formatted(whole(data, "families"));
      case "end" -> "The run is " + data.path("state").asString("over").toLowerCase(Locale.ROOT);
      default -> values(data);
    };
  }

  private static double number(JsonNode data, String name) {
    return data.path(name).asDouble(0);
  }

  private static long whole(JsonNode data, String name) {
    return data.path(name).asLong(0);
  }

  private static String values(JsonNode data) {
    return data.propertyStream()
        .filter(field -> field.getValue().isValueNode() && !field.getValue().isNull())
        .map(field -> field.getKey() + " " + field.getValue().asString())
        .collect(Collectors.joining(", "));
  }
}
