package io.autodidact.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TearDownTest {
  private final Shelf shelf = new Shelf();
  private final List<String> leftBehind = new ArrayList<>();

  private ScriptedEpisodes episodes(String lifecycle) {
    return new ScriptedEpisodes(
        shelf,
        Shelf.lifecycle(lifecycle),
        (step, problem) -> leftBehind.add(step + ": " + problem));
  }

  @Test
  void partialSetUpIsTornDown() {
    var added = new AtomicInteger();
    shelf.trouble(
        call ->
            call.operation().equals("add_book") && added.incrementAndGet() == 3
                ? Optional.of(new Outcome.Refused(409, "the shelf is full", Shelf.json("{}")))
                : Optional.empty());
    assertThatThrownBy(() -> episodes(Shelf.ROOM_WITH_BOOKS).open(1))
        .isInstanceOf(ConnectorException.class)
        .hasMessageContaining("Set-up step 2 (add_book)")
        .hasMessageContaining("the shelf is full");
    assertThat(shelf.rooms).isEmpty();
  }

  @Test
  void tearDownOfWhatWasNeverMadeIsSkipped() {
    shelf.trouble(call -> Optional.of(new Outcome.Unreachable("the software is down")));
    assertThatThrownBy(() -> episodes(Shelf.ROOM_WITH_BOOKS).open(1))
        .hasMessageContaining("the software is down");
    assertThat(shelf.calls("close_room")).isEmpty();
  }

  @Test
  void interruptedSetUpIsTornDown() throws Exception {
    shelf.trouble(
        call ->
            call.operation().equals("add_book")
                ? Optional.of(new Outcome.Unreachable("hang"))
                : Optional.empty());
    var interrupted = new AtomicInteger();
    var opening =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    episodes(Shelf.ROOM_WITH_BOOKS).open(1);
                  } catch (InterruptedException e) {
                    interrupted.incrementAndGet();
                  }
                });
    while (shelf.calls("add_book").isEmpty()) {
      Thread.onSpinWait();
    }
    opening.interrupt();
    opening.join();
    assertThat(interrupted).hasValue(1);
    assertThat(shelf.rooms).isEmpty();
  }

  @Test
  void closingOnAnInterruptedThreadStillTearsDownAndKeepsTheInterrupt() throws Exception {
    var episode = episodes(Shelf.ROOM_WITH_BOOKS).open(1);
    Thread.currentThread().interrupt();
    episode.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(shelf.rooms).isEmpty();
  }

  @Test
  void failedTearDownIsReportedAndTheRestGoesOn() throws Exception {
    var lifecycle =
        Shelf.ROOM_WITH_BOOKS.replace("'tearDown': [", "'tearDown': [{'call': 'say'}, ");
    shelf.trouble(
        call ->
            call.operation().equals("say")
                ? Optional.of(new Outcome.Broken(500, "out of paper"))
                : Optional.empty());
    episodes(lifecycle).open(1).close();
    assertThat(leftBehind)
        .singleElement()
        .asString()
        .contains("Tear-down step 1 (say)", "out of paper");
    assertThat(shelf.rooms).isEmpty();
  }

  @Test
  void whatIsGoneAlreadyNeedNotBeTornDown() throws Exception {
    var episode = episodes(Shelf.ROOM_WITH_BOOKS).open(1);
    shelf.trouble(call -> Optional.of(new Outcome.Refused(404, "no such room", Shelf.json("{}"))));
    episode.close();
    assertThat(leftBehind).isEmpty();
  }

  @Test
  void closingTwiceTearsDownOnce() throws Exception {
    var episode = episodes(Shelf.ROOM_WITH_BOOKS).open(1);
    episode.close();
    episode.close();
    assertThat(shelf.calls("close_room")).hasSize(1);
  }
}
