package io.autodidact.e2e;

import io.autodidact.e2e.demo.SampleSoftware;
import io.autodidact.e2e.keycloak.SignInService;
import io.autodidact.e2e.stack.Stack;
import io.autodidact.e2e.stack.StopRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;

/**
 * {@code ./dev up}: the product, the sign-in service and the sample software, until the process is
 * asked to end.
 */
public final class Platform {
  private Platform() {}

  /** Takes the directory whose data are kept. */
  public static void main(String[] arguments) throws Exception {
    var home = Path.of(arguments[0]);
    Files.createDirectories(home);
    var console = Stack.address(home);
    var settings = SignInService.consoleSettings(home);
    try (var stop = StopRequest.listen()) {
      var starting = new FutureTask<>(() -> SignInService.start(home, console));
      Thread.ofPlatform().daemon().start(starting);
      try (var sample = SampleSoftware.start(home);
          var stack = Stack.start(home, settings);
          var people = starting.get()) {
        tell(sample, stack, people);
        Thread.ofPlatform().daemon().start(() -> prepareQuickStart(stack));
        stop.await();
      }
    } catch (InterruptedException asked) {
      System.out.println("Stopped.");
    }
  }

  private static void tell(SampleSoftware sample, Stack stack, SignInService people)
      throws IOException {
    System.out.println("  Console           " + stack.address());
    System.out.println("  API               " + stack.address().resolve("/api/v1/openapi"));
    System.out.println("  Key for the API   in " + stack.keyFile());
    System.out.println("  Sample software   " + sample.address().resolve("/openapi.yaml"));
    System.out.println("  Sign-in service   " + people.server().address());
    System.out.println("Sign in to the console as one of these, password " + people.demoPassword());
    people.people().forEach(person -> System.out.println("  " + person));
    System.out.println("Ready.");
  }

  private static void prepareQuickStart(Stack stack) {
    try {
      stack.prepareQuickStart();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }
}
