package io.autodidact.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One run that is cancelled in several stages, loses a checkpoint and meets a full disk. */
class LearningThroughFaultsTest {
  private static final double MINUTES = 3;
  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir private Path directory;

  @Test
  @Timeout(900)
  void aRunIsCancelledInFourStagesLosesACheckpointMeetsAFullDiskAndStillEnds() throws Exception {
    try (var disk = SmallDisk.mount(directory.resolve("data/engine"));
        var learning = LearningInventory.start(directory)) {
      var run = learning.learn(MINUTES);
      var books = learning.books(run);

      cancelAndResume(
          learning, run, "SELECT count(*) FROM transition WHERE learning_run_id = ?", 5);
      cancelAndResume(learning, run, "SELECT count(*) FROM task WHERE learning_run_id = ?", 5);
      cancelAndResume(learning, run, "SELECT count(*) FROM rollout WHERE learning_run_id = ?", 5);
      cancel(learning, run, "SELECT count(*) FROM checkpoint WHERE learning_run_id = ?", 2);

      var damaged = books.lastWeights();
      damage(learning.stack().dataDirectory(), damaged);
      learning.resume(run);
      LearningInventory.await(
          "the run tells of the checkpoint; it is " + books.summary(),
          LIMIT,
          () -> !books.news("checkpoint-unreadable").isEmpty());
      assertThat(books.news("checkpoint-unreadable").getFirst())
          .contains(damaged, "is corrupt", "the run goes on from the one after step");

      if (disk.isMounted()) {
        disk.fill();
        LearningInventory.await("the run stops; it is " + books.summary(), LIMIT, books::hasEnded);
        assertThat(books.state()).isEqualTo("FAILED");
        assertThat(books.reason()).contains("The disk is full").contains("Free some space");
        disk.free();
        learning.resume(run);
      }
      LearningInventory.await("the run ends; it is " + books.summary(), LIMIT, books::hasEnded);
      assertThat(books.state()).as(books.reason()).isEqualTo("FINISHED");
      BooksAgree.afterAnything(books);
    }
  }

  private static void cancelAndResume(
      LearningInventory learning, UUID run, String count, long least) throws InterruptedException {
    cancel(learning, run, count, least);
    learning.resume(run);
  }

  private static void cancel(LearningInventory learning, UUID run, String count, long least)
      throws InterruptedException {
    var books = learning.books(run);
    double seconds = learning.cancelWhen(run, count, () -> books.number(count) >= least);
    System.out.printf("  Cancelled within %.1f s at: %s%n", seconds, books.summary());
    assertThat(seconds).as("ten are promised, on a machine that is not busy").isLessThan(30);
    var before = books.summary();
    assertThat(learning.engineGauge("pending_requests")).isZero();
    assertThat(learning.engineGauge("models")).isZero();
    LearningInventory.await(
        "no job is left",
        Duration.ofSeconds(2),
        () -> books.number("SELECT count(*) FROM scheduled_tasks") == 0);
    assertThat(books.summary()).as("nothing is done any more").isEqualTo(before);
  }

  /** Flips a byte in the middle of the adapter. */
  private static void damage(Path data, String path) throws IOException {
    var parts = path.substring("tinker://".length()).split("/");
    var file =
        data.resolve("engine/checkpoints")
            .resolve(URLEncoder.encode(parts[0], StandardCharsets.UTF_8))
            .resolve("weights")
            .resolve(parts[parts.length - 1])
            .resolve("adapter_model.safetensors");
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
  }
}
