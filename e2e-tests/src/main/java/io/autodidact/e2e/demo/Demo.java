package io.autodidact.e2e.demo;

import io.autodidact.e2e.stack.Stack;
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
    new Demo(options, new Screen(out, terminal), directory).run(terminal);
    System.exit(0);
  }

  private void run(boolean wait) throws InterruptedException, IOException {
    screen.heading("Starting PostgreSQL, the engine, the console and the software to learn");
    screen.line("  Data and logs: " + directory);
    long started = System.nanoTime();
    try (var software = software();
        var stack = Stack.start(directory);
        var api = new ApiClient(stack.address(), stack.apiKey())) {
      var learning = new DemoRun(api, screen, options);
      var report = learning.learn(software);
      double seconds = (System.nanoTime() - started) / 1e9;
      new ReportPrinter(screen).print(report, seconds, stack);
      writeJson(report, seconds);
      if (wait) {
        screen.line("Everything keeps running: try the line above. Press Enter to stop.");
        System.in.read();
      }
    }
  }

  private Software software() throws InterruptedException, IOException {
    return switch (options.target()) {
      case "sample" -> SampleSoftware.start(directory.resolve("logs"));
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
