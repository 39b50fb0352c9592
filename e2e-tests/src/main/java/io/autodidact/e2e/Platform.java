package io.autodidact.e2e;

import io.autodidact.e2e.demo.SampleSoftware;
import io.autodidact.e2e.stack.Stack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** {@code ./dev up}: the product and the sample software, until the process is asked to end. */
public final class Platform {
  private Platform() {}

  /** Takes the directory whose data are kept. */
  public static void main(String[] arguments) throws Exception {
    var home = Path.of(arguments[0]);
    Files.createDirectories(home);
    var stop = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop.countDown();
                  try {
                    stopped.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                }));
    try (var sample = SampleSoftware.start(home.resolve("logs"));
        var stack = Stack.start(home)) {
      System.out.println("Console and API   " + stack.address());
      System.out.println("API key           " + stack.keyFile());
      System.out.println("Sample software   " + sample.address() + " (/openapi.yaml)");
      System.out.println("Ready. ./dev down stops everything; data stay.");
      stop.await();
    } finally {
      stopped.countDown();
    }
  }
}
