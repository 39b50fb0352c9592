package io.autodidact.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes numbered things ahead of their use, in order, while the engine is busy with earlier ones.
 */
final class Ahead<T> implements AutoCloseable {
  /** Makes the thing of a number. */
  interface Maker<T> {
    T make(int number) throws InterruptedException;
  }

  private final Maker<T> maker;
  private final int ahead;
  private final ExecutorService workers;
  private final Deque<Future<T>> waiting = new ArrayDeque<>();
  private int number;

  /**
   * @param first number to make
   * @param ahead how many to make before they are asked for
   * @param workers how many at a time
   */
  Ahead(Maker<T> maker, int first, int ahead, int workers) {
    this.maker = maker;
    this.ahead = ahead;
    this.number = first;
    this.workers = Executors.newFixedThreadPool(workers, Thread.ofVirtual().factory());
    fill(ahead);
  }

  /** The next ones, in the order of their numbers. */
  List<T> next(int count) throws InterruptedException {
    List<T> next = new ArrayList<>();
    while (next.size() < count) {
      fill(Math.max(ahead, 1));
      next.add(result(waiting.remove()));
    }
    fill(ahead);
    return List.copyOf(next);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  private void fill(int target) {
    while (waiting.size() < target) {
      int mine = number++;
      waiting.add(workers.submit(() -> maker.make(mine)));
    }
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      switch (Objects.requireNonNull(e.getCause())) {
        case InterruptedException interrupted -> throw interrupted;
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        default -> throw new IllegalStateException("Preparing a training example failed", e);
      }
    }
  }
}
