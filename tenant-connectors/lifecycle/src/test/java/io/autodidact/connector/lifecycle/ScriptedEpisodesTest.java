package io.autodidact.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.connector.Call;
import io.autodidact.connector.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ScriptedEpisodesTest {
  private final Shelf shelf = new Shelf();
  private final List<String> leftBehind = new ArrayList<>();

  private ScriptedEpisodes episodes(String lifecycle) {
    return new ScriptedEpisodes(
        shelf,
        Shelf.lifecycle(lifecycle),
        (step, problem) -> leftBehind.add(step + ": " + problem));
  }

  private static Call call(String operation, String arguments) {
    return new Call(operation, Shelf.json(arguments));
  }

  @Test
  void setUpMakesAStateAndTearDownRemovesIt() throws Exception {
    try (var episode = episodes(Shelf.ROOM_WITH_BOOKS).open(1)) {
      assertThat(episode.variables().get("room").asString()).isEqualTo("room-1");
      assertThat(episode.variables().get("books")).hasSize(5);
      assertThat(shelf.rooms.get("room-1")).hasSize(5);
    }
    assertThat(shelf.rooms).isEmpty();
    assertThat(leftBehind).isEmpty();
  }

  @Test
  void boundParametersVanishFromSchemasAndAreFilledIn() throws Exception {
    var episodes = episodes(Shelf.ROOM_WITH_BOOKS);
    var list = episodes.operations().find("list_books").orElseThrow();
    assertThat(list.arguments().path("properties").propertyNames()).isEmpty();
    assertThat(list.arguments().path("required")).isEmpty();
    try (var episode = episodes.open(1)) {
      var outcome = (Outcome.Succeeded) episode.act(call("list_books", "{}"));
      assertThat(outcome.body()).hasSize(5);
    }
  }

  @Test
  void anEpisodeCanNotBeLedOutByGivingABoundParameter() throws Exception {
    try (var episode = episodes(Shelf.ROOM_WITH_BOOKS).open(1)) {
      episode.act(call("list_books", "{'room': 'somebody-elses'}"));
      assertThat(shelf.sent("list_books", "room").getLast().asString()).isEqualTo("room-1");
    }
  }

  @Test
  void theBodyCanNotRenameWhatTheEpisodeIsConfinedTo() throws Exception {
    var episodes = episodes(Shelf.ROOM_WITH_BOOKS);
    var change = episodes.operations().find("change_room").orElseThrow();
    assertThat(change.arguments().path("properties").propertyNames()).containsExactly("color");
    try (var episode = episodes.open(1)) {
      episode.act(call("change_room", "{'color': 'red', 'body_room': 'ballroom'}"));
      episode.act(call("change_room", "{'color': 'red'}"));
      assertThat(shelf.sent("change_room", "body_room"))
          .allMatch(room -> room.asString().equals("room-1"));
    }
  }

  @Test
  void aListOfTheBodyThatHappensToHaveTheNameOfABoundParameterStaysFree() {
    var label = episodes(Shelf.ROOM_WITH_BOOKS).operations().find("label_books").orElseThrow();
    assertThat(label.arguments().path("properties").propertyNames()).containsExactly("body_room");
  }

  @Test
  void aThingsOwnNameIsNotTheNameOfItsSurroundings() {
    var lifecycle =
        "{'setUp': [{'call': 'open_room', 'bind': {'room': '/id'}, 'arguments': {'name': 'x'}}],"
            + " 'bound': {'name': 'room'}}";
    var open = episodes(lifecycle).operations().find("open_room").orElseThrow();
    assertThat(open.arguments().path("properties").propertyNames()).containsExactly("name");
  }

  @Test
  void hiddenAndUnconfinedOperationsAreNotThere() throws Exception {
    var episodes = episodes(Shelf.ROOM_WITH_BOOKS);
    assertThat(episodes.operations().operations())
        .extracting("name")
        .containsExactly("add_book", "list_books", "change_room", "label_books", "say");
    try (var episode = episodes.open(1)) {
      var refused = (Outcome.Refused) episode.act(call("close_room", "{}"));
      assertThat(refused.message()).contains("There is no operation close_room");
      assertThat(shelf.rooms).hasSize(1);
    }
  }

  @Test
  void anUnknownOperationIsAnsweredWithSimilarOnes() throws Exception {
    try (var episode = episodes(Shelf.ROOM_WITH_BOOKS).open(1)) {
      var refused = (Outcome.Refused) episode.act(call("remove_book", "{}"));
      assertThat(refused.message()).contains("add_book");
    }
  }

  @Test
  void equalSeedsMakeEqualEntitiesAndOthersMakeOthers() throws Exception {
    var episodes = episodes(Shelf.ROOM_WITH_BOOKS);
    for (long seed : new long[] {7, 7, 8}) {
      episodes.open(seed).close();
    }
    var titles = shelf.sent("add_book", "title");
    assertThat(titles.subList(0, 5)).isEqualTo(titles.subList(5, 10));
    assertThat(titles.subList(0, 5)).doesNotContainAnyElementsOf(titles.subList(10, 15));
  }

  @Test
  void equalSeedsMakeEqualEntitiesWhenEpisodesOpenAtOnce() throws Exception {
    var episodes = episodes(Shelf.ROOM_WITH_BOOKS);
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var opened =
          workers.invokeAll(
              IntStream.range(0, 40)
                  .<Callable<List<JsonNode>>>mapToObj(i -> () -> books(episodes, i % 4))
                  .toList());
      for (int i = 0; i < 40; i++) {
        assertThat(opened.get(i).get()).isEqualTo(opened.get(i % 4).get());
      }
    }
    assertThat(shelf.rooms).isEmpty();
  }

  private List<JsonNode> books(ScriptedEpisodes episodes, long seed) throws InterruptedException {
    try (var episode = episodes.open(seed)) {
      return shelf.rooms.get(episode.variables().get("room").asString()).stream()
          .map(book -> book.get("title"))
          .toList();
    }
  }

  @Test
  void namesAreEverNewOverTenThousandEpisodes() throws Exception {
    var episodes =
        episodes(
            """
            {'setUp': [{'let': {'name': '${fake:word.adjective} ${fake:color.name} ${fake:animal.name}'}}]}
            """);
    var names = new HashSet<JsonNode>();
    for (int seed = 0; seed < 10_000; seed++) {
      try (var episode = episodes.open(seed)) {
        names.add(episode.variables().get("name"));
      }
    }
    assertThat(names).hasSizeGreaterThan(9_900);
  }

  @Test
  void flakySoftwareIsAskedAgainDuringSetUp() throws Exception {
    var calls = new AtomicInteger();
    shelf.trouble(
        call ->
            calls.incrementAndGet() % 3 == 0
                ? Optional.of(new Outcome.Broken(503, "busy"))
                : Optional.empty());
    try (var episode = episodes(Shelf.ROOM_WITH_BOOKS).open(1)) {
      assertThat(episode.variables().get("books")).hasSize(5);
    }
    assertThat(shelf.rooms).isEmpty();
  }

  @Test
  void optionalStepsMayBeRefused() throws Exception {
    shelf.trouble(
        call ->
            call.operation().equals("say")
                ? Optional.of(new Outcome.Refused(403, "hush", Shelf.json("{}")))
                : Optional.empty());
    episodes("{'setUp': [{'call': 'say', 'optional': true, 'bind': {'word': ''}}]}")
        .open(1)
        .close();
    assertThatThrownBy(() -> episodes("{'setUp': [{'call': 'say'}]}").open(1))
        .hasMessageContaining("hush");
  }

  @Test
  void liveUsesTheSoftwareAsItIs() throws Exception {
    try (var live = episodes(Shelf.ROOM_WITH_BOOKS).live()) {
      live.act(call("list_books", "{}"));
      assertThat(live.variables().get("room").asString()).isEqualTo("reading-room");
    }
    assertThat(shelf.calls).singleElement().extracting(Call::operation).isEqualTo("list_books");
    assertThat(shelf.sent("list_books", "room").getFirst().asString()).isEqualTo("reading-room");
  }

  @Test
  void liveNeedsAValueForEveryBoundParameter() {
    var lifecycle = Shelf.ROOM_WITH_BOOKS.replace("'live': {'room': 'reading-room'},", "");
    assertThatThrownBy(() -> episodes(lifecycle).live())
        .hasMessageContaining("Say under live which room");
  }
}
