package io.autodidact.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import io.autodidact.task.SmallShop;
import io.autodidact.tenant.StoredJson;
import org.junit.jupiter.api.Test;

final class ResultProjectionTest {
  private static final String LAMP =
      "{\"id\":4711,\"name\":\"Blue lamp\",\"price\":12.5,\"categoryId\":88,\"reorderLevel\":3,"
          + "\"createdAt\":\"2026-01-01T10:00:00Z\"}";
  private static final String CHAIR = "{\"id\":4712,\"name\":\"Chair\",\"price\":40}";
  private final Handles handles = new Handles();

  @Test
  void anObjectShowsItsIdItsKeyAndWhatWasAskedFor() {
    assertThat(shown("What is the price of Blue lamp?", "get_item", LAMP))
        .isEqualTo("#1 Blue lamp, price 12.5");
    assertThat(shown("Look at it.", "get_item", LAMP))
        .isEqualTo("#1 Blue lamp, category #2, price 12.5, reorderLevel 3");
  }

  @Test
  void aListShowsWhatTheRequestMentionsAndCountsTheRest() {
    assertThat(shown("Sell Blue lamp.", "list_items", "{\"items\":[" + CHAIR + "," + LAMP + "]}"))
        .isEqualTo("#1 Blue lamp\n+1 more");
    assertThat(shown("Sell all.", "list_items", "[" + CHAIR + "," + LAMP + "]"))
        .startsWith("#2 Chair")
        .contains("\n#1 Blue lamp");
    assertThat(shown("Sell all.", "list_items", "{\"items\":[],\"total\":0}")).isEqualTo("none");
  }

  @Test
  void aWriteShowsOnlyTheIdsOfWhatIsNew() {
    assertThat(shown("Create it.", "create_item", LAMP)).isEqualTo("ok #1");
    assertThat(shown("Create it.", "create_item", LAMP)).isEqualTo("ok");
    assertThat(shown("Create it.", "create_item", "{}")).isEqualTo("ok");
  }

  @Test
  void theRestCanBeReadOn() {
    var projection = projection("What?");
    projection.show(operation("get_item"), succeeded(LAMP));
    assertThat(projection.more()).contains("\"categoryId\":\"#2\"", "\"createdAt\":");
    assertThat(projection.more()).isEqualTo("nothing more");
  }

  @Test
  void refusalsAndFaultsAreShortSentences() {
    var refused = new Outcome.Refused(409, "Not enough  stock\n" + "x".repeat(500), json("{}"));
    assertThat(projection("").show(operation("get_item"), refused))
        .startsWith("refused: Not enough stock xxx")
        .hasSizeLessThan(180);
    assertThat(projection("").show(operation("get_item"), new Outcome.Broken(500, "boom")))
        .isEqualTo("failed: boom");
  }

  private String shown(String request, String operation, String body) {
    return projection(request).show(operation(operation), succeeded(body));
  }

  private ResultProjection projection(String request) {
    return new ResultProjection(new RequestWords(request), handles);
  }

  private static Operation operation(String name) {
    return new SmallShop().operations().find(name).orElseThrow();
  }

  private static Outcome succeeded(String body) {
    return new Outcome.Succeeded(200, json(body));
  }

  private static tools.jackson.databind.JsonNode json(String text) {
    return StoredJson.MAPPER.readTree(text);
  }
}
