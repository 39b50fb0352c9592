package io.autodidact.connector.lifecycle;

import io.autodidact.connector.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Undoes an episode, whatever happened in it. It runs on a thread of its own, so that interrupting
 * the one that waits can not leave things behind; it ends after eight seconds at the latest.
 */
final class TearDown {
  /** For episodes that made nothing. */
  static final Runnable NOTHING = () -> {};

  private static final Duration LIMIT = Duration.ofSeconds(8);

  private TearDown() {}

  static Runnable of(List<Script.Step> steps, Performance performance, TearDownListener listener) {
    return steps.isEmpty() ? NOTHING : () -> runApart(steps, performance, listener);
  }

  private static void runApart(
      List<Script.Step> steps, Performance performance, TearDownListener listener) {
    var worker = Thread.ofVirtual().start(() -> undo(steps, performance, listener));
    boolean interrupted = false;
    long end = System.nanoTime() + LIMIT.toNanos();
    while (worker.isAlive()) {
      try {
        if (!worker.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
          worker.interrupt();
          worker.join();
        }
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void undo(
      List<Script.Step> steps, Performance performance, TearDownListener listener) {
    for (var step : steps) {
      if (step.needs().stream().allMatch(performance.scene()::knows)) {
        try {
          performance.run(
              step,
              outcome -> problem(outcome).ifPresent(text -> listener.failed(step.title(), text)));
        } catch (RuntimeException e) {
          listener.failed(step.title(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
          listener.failed(
              step.title(), "it took longer than " + LIMIT.toSeconds() + " s and was given up");
          return;
        }
      }
    }
  }

  /** What is gone already need not be removed. */
  private static Optional<String> problem(Outcome outcome) {
    return outcome instanceof Outcome.Refused(int code, var message, var body)
            && (code == 404 || code == 410)
        ? Optional.empty()
        : Performance.told(outcome);
  }
}
