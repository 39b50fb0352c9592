package io.autodidact.e2e.demo;

import io.autodidact.e2e.stack.Stack;
import io.autodidact.e2e.stack.StopRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./dev demo}: the whole loop, from a piece of software to a signed release that answers.
 */
public final class Demo {
  private final Options options;
  private final Screen screen;
  private final Path directory;

  private Demo(Options options, Screen screen, Path directory) {
    this.options = options;
    this.screen = screen;
    this.directory = directory;
  }

  public static void main(String[] arguments) throws Exception {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    var terminal = System.console() != null && System.console().isTerminal();
    var directory = Files.createTempDirectory("autodidact-demo-");
    var screen = new Screen(out, terminal);
    try (var stop = StopRequest.listen()) {
      new Demo(options, screen, directory).run(stop, terminal);
    } catch (InterruptedException asked) {
      screen.line("Stopped before the end. Data and logs stay in " + directory);
    }
    System.exit(0);
  }

  private void run(StopRequest stop, boolean wait) throws InterruptedException, IOException {
    screen.heading("Starting PostgreSQL, the engine, the console and the software to learn");
    screen.line("  Data and logs: " + directory);
    long started = System.nanoTime();
    try (var software = software();
        var stack = Stack.start(directory);
        var api = new ApiClient(stack.address(), stack.apiKey())) {
      screen.line("  Watch it in the browser, too: %s".formatted(stack.address()));
      screen.line("  The key to sign in with is in %s".formatted(stack.keyFile()));
      var learning = new DemoRun(api, screen, options);
      var report = learning.learn(software);
      double seconds = (System.nanoTime() - started) / 1e9;
      new ReportPrinter(screen).print(report, seconds, stack);
      writeJson(report, seconds);
      if (wait) {
        screen.line("");
        screen.line("Everything keeps running, so try the line above. Press Enter to stop it.");
        stop.awaitEnter();
      }
    }
    screen.line("");
    screen.line("Everything is stopped. The data stay in " + directory);
    if (options.target().equals("sample")) {
      screen.line("  ./dev up %s   starts it again on them".formatted(directory));
    }
  }

  private Software software() throws InterruptedException, IOException {
    return switch (options.target()) {
      case "sample" -> SampleSoftware.start(directory);
      case "keycloak" -> KeycloakSoftware.start();
      default -> throw new IllegalStateException("No such target: " + options.target());
    };
  }

  private void writeJson(JsonNode report, double seconds) throws IOException {
    if (options.json().isPresent()) {
      var figures = Figures.of(report, seconds);
      Files.writeString(
          options.json().get(),
          ApiClient.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(figures));
    }
  }
}
