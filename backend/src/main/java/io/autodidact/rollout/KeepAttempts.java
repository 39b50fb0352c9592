package io.autodidact.rollout;

import io.autodidact.job.Work;
import io.autodidact.job.Work.Resource;
import io.autodidact.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps attempts as they end, each with what it cost, and says how many there are. Those that end
 * while others are being written wait for that and go into the next commit together: a busy worker
 * pays for few commits, and on a quiet one nobody waits. Thread-safe.
 */
final class KeepAttempts {
  private static final String VOIDED =
      "The software did not answer, three times over; the attempt counts as nothing";

  private final Work work;
  private final RolloutRepository rollouts;
  private final AtomicInteger done;
  private final int total;
  private final Queue<Ended> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  /**
   * @param done attempts that were kept before
   */
  KeepAttempts(Work work, RolloutRepository rollouts, int done, int total) {
    this.work = work;
    this.rollouts = rollouts;
    this.done = new AtomicInteger(done);
    this.total = total;
  }

  private record Ended(Rollout rollout, AtomicBoolean kept) {}

  /** Returns when the attempt is kept; one that was kept before is not counted again. */
  void keep(Task task, Optional<Rollout> attempt) {
    if (attempt.isPresent()) {
      keep(attempt.get());
    } else {
      work.tell("rollout-voided", Map.of("task", task.id().value(), "reason", VOIDED));
    }
    int now = done.incrementAndGet();
    work.progress("Practising, %d of %d attempts".formatted(now, total), now, total);
  }

  private void keep(Rollout rollout) {
    var mine = new Ended(rollout, new AtomicBoolean());
    waiting.add(mine);
    writing.lock();
    try {
      if (!mine.kept().get()) {
        keepAllThatWait();
      }
    } finally {
      waiting.remove(mine);
      writing.unlock();
    }
  }

  /** If it fails the others still wait, and try for themselves. */
  private void keepAllThatWait() {
    var all = List.copyOf(waiting);
    work.book(
        (dsl, spending) -> {
          var fresh = rollouts.save(dsl, work.scope(), all.stream().map(Ended::rollout).toList());
          spending.spend(Resource.CALLS, fresh.stream().mapToLong(Rollout::calls).sum());
          spending.spend(
              Resource.SAMPLED_TOKENS, fresh.stream().mapToLong(Rollout::sampledTokens).sum());
          return fresh.size();
        });
    all.forEach(one -> one.kept().set(true));
    waiting.removeAll(all);
  }
}
