package io.autodidact.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Call;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import io.autodidact.task.Checks.EntityList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

class ReadOnTest {
  private static final int PAGE = 20;

  /** How a piece of software gives its list out. */
  private enum Style {
    PAGES_FROM_0("page"),
    PAGES_FROM_1("page"),
    PAGES_WITH_TOTAL("pageNumber"),
    OFFSET("offset"),
    OFFSET_WITH_MORE("skip"),
    CURSOR("cursor");

    private final String parameter;

    Style(String parameter) {
      this.parameter = parameter;
    }
  }

  static Stream<Style> styles() {
    return Stream.of(Style.values());
  }

  @ParameterizedTest
  @MethodSource("styles")
  void everyEntryIsReadOnce(Style style) throws Exception {
    for (int entries : List.of(0, 1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, 5 * PAGE - 3)) {
      var whole = read(new LongList(style, entries));
      assertThat(numbers(whole.body())).containsExactlyElementsOf(range(entries));
      assertThat(whole.complete()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("styles")
  void aListWithoutEndIsReadInPartAndItIsSaid(Style style) throws Exception {
    var whole = read(new LongList(style, 100_000));
    assertThat(numbers(whole.body()).size()).isBetween(5 * PAGE, 7 * PAGE);
    assertThat(whole.complete()).isFalse();
  }

  @Test
  void softwareThatIgnoresWhereToReadOnIsNotAskedForEver() throws Exception {
    var stubborn = new LongList(Style.OFFSET, PAGE);
    stubborn.ignores = true;
    var whole = read(stubborn);
    assertThat(numbers(whole.body())).containsExactlyElementsOf(range(PAGE));
    assertThat(stubborn.calls).isLessThan(4);
  }

  @Test
  void aChangeBehindTheFirstPageIsNoticed() throws Exception {
    var software = new LongList(Style.PAGES_FROM_0, 3 * PAGE);
    var checks =
        new Checks(
            List.of(new PlanStep("list_things", Map.of())),
            List.of(),
            List.of(list(Style.PAGES_FROM_0)),
            List.of(),
            Set.of(),
            List.of());
    var check = ReplayCheck.begin(software, checks);
    software.renamed = 2 * PAGE + 5;
    check.episode().act(new Call("rename_thing", SmallShop.JSON.createObjectNode()));
    assertThat(check.judge(NullNode.getInstance()).unexpected())
        .contains("list_things()/things/[thing 45]/size");
  }

  @Test
  void parametersSayByNameAndTypeHowAListGoesOn() {
    var schema =
        """
        {"type": "object", "properties": {
          "%s": {"type": "%s"}, "page": {"type": "string"}, "search": {"type": "string"}}}
        """;
    assertThat(paging(schema.formatted("offset", "integer"))).isEqualTo(Paging.Way.OFFSET);
    assertThat(paging(schema.formatted("first", "integer"))).isEqualTo(Paging.Way.OFFSET);
    assertThat(paging(schema.formatted("pageToken", "string"))).isEqualTo(Paging.Way.CURSOR);
    assertThat(paging(schema.formatted("p", "integer"))).isEqualTo(Paging.Way.PAGE);
    assertThat(Paging.of(read(schema.formatted("size", "integer")), 5)).isEmpty();
  }

  private static Paging.Way paging(String schema) {
    return Paging.of(read(schema), 5).orElseThrow().way();
  }

  private static Operation read(String schema) {
    return new Operation(
        "list_things",
        "",
        "",
        List.of("things"),
        (ObjectNode) SmallShop.JSON.readTree(schema),
        Optional.empty(),
        Effect.READ,
        "");
  }

  private static ReadOn.Whole read(LongList software) throws InterruptedException {
    var call = new Call("list_things", SmallShop.JSON.createObjectNode());
    var first = ((Outcome.Succeeded) software.act(call)).body();
    return ReadOn.of(call, first, List.of(list(software.style)), software);
  }

  private static EntityList list(Style style) {
    var way =
        switch (style) {
          case PAGES_FROM_0, PAGES_FROM_1, PAGES_WITH_TOTAL -> Paging.Way.PAGE;
          case OFFSET, OFFSET_WITH_MORE -> Paging.Way.OFFSET;
          case CURSOR -> Paging.Way.CURSOR;
        };
    return new EntityList(
        "list_things",
        "thing",
        List.of("things"),
        "id",
        "name",
        Optional.of(new Paging(way, "/" + style.parameter, PAGE)));
  }

  private static List<Integer> range(int entries) {
    return IntStream.range(0, entries).boxed().toList();
  }

  private static List<Integer> numbers(JsonNode body) {
    return body.path("things").valueStream().map(thing -> thing.path("id").asInt()).toList();
  }

  /** Software with one long list. */
  private static final class LongList implements Episode {
    private final Style style;
    private final int entries;
    private boolean ignores;
    private int renamed = -1;
    private int calls;

    LongList(Style style, int entries) {
      this.style = style;
      this.entries = entries;
    }

    @Override
    public Map<String, JsonNode> variables() {
      return Map.of();
    }

    @Override
    public Outcome act(Call call) {
      calls++;
      var where = call.arguments().path(style.parameter);
      int from = ignores ? 0 : from(where);
      var body = SmallShop.JSON.createObjectNode();
      var page = body.putArray("things");
      for (int i = from; i < Math.min(entries, from + PAGE); i++) {
        page.addObject().put("id", i).put("name", "thing " + i).put("size", i == renamed ? 2 : 1);
      }
      boolean more = from + PAGE < entries;
      switch (style) {
        case PAGES_FROM_0, PAGES_FROM_1, OFFSET -> {}
        case PAGES_WITH_TOTAL -> body.putObject("page").put("totalElements", entries);
        case OFFSET_WITH_MORE -> body.put("hasMore", more);
        case CURSOR -> body.put("nextCursor", more ? "c" + (from + PAGE) : "");
      }
      return new Outcome.Succeeded(200, body);
    }

    private int from(JsonNode where) {
      if (where.isMissingNode()) {
        return 0;
      }
      return switch (style) {
        case PAGES_FROM_0, PAGES_WITH_TOTAL -> where.asInt() * PAGE;
        case PAGES_FROM_1 -> (where.asInt() - 1) * PAGE;
        case OFFSET, OFFSET_WITH_MORE -> where.asInt();
        case CURSOR -> Integer.parseInt(where.asString().substring(1));
      };
    }

    @Override
    public void close() {}
  }
}
