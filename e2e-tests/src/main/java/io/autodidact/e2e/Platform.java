package io.autodidact.e2e;

import io.autodidact.e2e.demo.SampleSoftware;
import io.autodidact.e2e.stack.Stack;
import io.autodidact.e2e.stack.StopRequest;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code ./dev up}: the product and the sample software, until the process is asked to end. */
public final class Platform {
  private Platform() {}

  /** Takes the directory whose data are kept. */
  public static void main(String[] arguments) throws Exception {
    var home = Path.of(arguments[0]);
    Files.createDirectories(home);
    try (var stop = StopRequest.listen();
        var sample = SampleSoftware.start(home);
        var stack = Stack.start(home)) {
      System.out.println("  Console           " + stack.address());
      System.out.println("  API               " + stack.address().resolve("/api/v1/openapi"));
      System.out.println("  Key for both      in " + stack.keyFile());
      System.out.println("  Sample software   " + sample.address().resolve("/openapi.yaml"));
      System.out.println("Ready.");
      stop.await();
    } catch (InterruptedException asked) {
      System.out.println("Stopped.");
    }
  }
}
