package io.autodidact.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.learning.Stage;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** kill -9 of the backend, the engine and PostgreSQL at random moments of one learning run. */
class KillingEverythingTest {
  private static final long SEED = 20261122;
  private static final double MINUTES = 3;
  private static final Duration LIMIT = Duration.ofMinutes(8);

  private enum Part {
    BACKEND,
    ENGINE,
    POSTGRES
  }

  /** A backend takes longest to start again, so it dies less often. */
  private static final Map<Part, Integer> KILLS =
      Map.of(Part.BACKEND, 5, Part.ENGINE, 8, Part.POSTGRES, 8);

  /** The kills are dealt out to these stages in equal parts, so that learning is hit as well. */
  private static final List<Stage> DUE =
      List.of(Stage.EXPLORE, Stage.BASELINE, Stage.WARM_START, Stage.ITERATE);

  private final Random random = new Random(SEED);

  @TempDir private Path directory;

  @Test
  @Timeout(900)
  void aRunWhosePartsAreKilledEndsAndCountsNothingTwice() throws Exception {
    try (var learning = LearningInventory.start(directory)) {
      var run = learning.learn(MINUTES);
      var books = learning.books(run);
      var killed = killParts(learning, books);
      LearningInventory.await("the run ends; it is " + books.summary(), LIMIT, books::hasEnded);
      System.out.println("  After " + killed + ": " + books.summary());

      assertThat(books.state()).as(books.reason()).isEqualTo("FINISHED");
      assertThat(killed.values().stream().mapToInt(Integer::intValue).sum())
          .isGreaterThanOrEqualTo(20);
      BooksAgree.afterAnything(books);
      assertThat(stepsInTheWeights(learning, books.lastWeights()))
          .isEqualTo(books.number("SELECT max(seq) FROM checkpoint WHERE learning_run_id = ?"));
    }
  }

  private Map<Part, Integer> killParts(LearningInventory learning, Books books)
      throws InterruptedException {
    var killed = new EnumMap<Part, Integer>(Part.class);
    var order = order();
    for (int i = 0; i < order.size(); i++) {
      var part = order.get(i);
      var due = DUE.get(i * DUE.size() / order.size());
      LearningInventory.await(
          "the run comes to " + due,
          LIMIT,
          () -> books.hasEnded() || Stage.valueOf(books.stage()).compareTo(due) >= 0);
      Thread.sleep(500 + random.nextInt(4_500));
      if (books.hasEnded()) {
        return killed;
      }
      System.out.println("  kill -9 " + part + " at: " + books.summary());
      kill(learning, part);
      killed.merge(part, 1, Integer::sum);
    }
    return killed;
  }

  private List<Part> order() {
    var order = new ArrayList<Part>();
    KILLS.forEach((part, times) -> order.addAll(Collections.nCopies(times, part)));
    Collections.sort(order);
    Collections.shuffle(order, random);
    return order;
  }

  /** The backend brings the engine back; the other two an operator's supervisor would. */
  private void kill(LearningInventory learning, Part part) throws InterruptedException {
    var stack = learning.stack();
    switch (part) {
      case BACKEND -> {
        stack.console().kill();
        stack.restartConsole();
      }
      case ENGINE -> {
        LearningInventory.await(
            "the engine is back", Duration.ofMinutes(1), () -> stack.engine().isPresent());
        assertThat(stack.killEngine()).isTrue();
      }
      case POSTGRES -> {
        stack.killPostgres();
        stack.restartPostgres();
      }
    }
  }

  /** The optimiser's own count, as the engine wrote it down beside the weights. */
  private static long stepsInTheWeights(LearningInventory learning, String path)
      throws IOException {
    var parts = path.substring("tinker://".length()).split("/");
    var state =
        learning
            .stack()
            .dataDirectory()
            .resolve("engine/checkpoints")
            .resolve(URLEncoder.encode(parts[0], StandardCharsets.UTF_8))
            .resolve("weights")
            .resolve(parts[parts.length - 1])
            .resolve("state.json");
    return JsonMapper.shared().readTree(state.toFile()).get("steps").asLong();
  }
}
