package io.autodidact.e2e.stack;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a program end in order: asked to (Ctrl-C, {@code kill}), it first closes what it opened.
 * Whoever works meanwhile is interrupted.
 */
public final class StopRequest implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private StopRequest() {}

  /** From now on requests are heard; they interrupt the calling thread. */
  public static StopRequest listen() {
    var request = new StopRequest();
    Runtime.getRuntime().addShutdownHook(new Thread(request::endInOrder, "end in order"));
    return request;
  }

  private void endInOrder() {
    if (closed.getCount() == 0) {
      return;
    }
    worker.interrupt();
    try {
      closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the program is asked to end. */
  public void await() throws InterruptedException {
    asked.await();
  }

  /** Waits until somebody presses Enter, or the program is asked to end. */
  public void awaitEnter() throws InterruptedException {
    Thread.ofPlatform().daemon().start(this::readLine);
    await();
  }

  private void readLine() {
    try {
      while (System.in.read() >= ' ') {
        // The rest of the line does not matter.
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("The keyboard can not be read", e);
    }
    asked.countDown();
  }

  /** Everything is closed; the process may end. */
  @Override
  public void close() {
    closed.countDown();
  }
}
