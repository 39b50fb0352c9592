package io.autodidact.e2e.faults;

import io.autodidact.e2e.demo.ApiClient;
import io.autodidact.e2e.demo.SampleSoftware;
import io.autodidact.e2e.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** The whole product on a tiny model, and the sample software for it to learn. */
final class LearningInventory implements AutoCloseable {
  private static final Duration GLANCE = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final SampleSoftware sample;
  private final Stack stack;
  private final ApiClient api;
  private final UUID environment;

  private LearningInventory(SampleSoftware sample, Stack stack) throws InterruptedException {
    this.sample = sample;
    this.stack = stack;
    this.api = new ApiClient(stack.address(), stack.apiKey());
    this.environment = register();
  }

  static LearningInventory start(Path directory) throws Exception {
    var settings = new ArrayList<>(TinyModel.write(directory.resolve("tiny")));
    settings.add("--autodidact.roles=api,worker");
    var sample = SampleSoftware.start(directory.resolve("logs"));
    return new LearningInventory(sample, Stack.start(directory, settings));
  }

  private UUID register() throws InterruptedException {
    var registered = api.post("/api/v1/environments", sample.environment());
    var id = registered.at("/environment/id/value").asString(registered.at("/id/value").asString());
    for (var goal : sample.goals()) {
      api.post("/api/v1/environments/" + id + "/goals", goal);
    }
    return UUID.fromString(id);
  }

  /** Starts a run of that budget; answers its id. */
  UUID learn(double minutes) throws InterruptedException {
    var run =
        api.post(
            "/api/v1/learning-runs",
            Map.of(
                "environment",
                environment,
                "agent",
                "inventory-agent-" + UUID.randomUUID(),
                "budget",
                Map.of("minutes", minutes, "calls", 1_000_000, "tokens", 50_000_000),
                "settings",
                Map.of("examTasks", 40, "rank", 4),
                "seed",
                1));
    return UUID.fromString(run.at("/scope/learningRun").asString());
  }

  Stack stack() {
    return stack;
  }

  ApiClient api() {
    return api;
  }

  /** Waits until that is so of the run, asks for its end and waits for it; answers the seconds. */
  double cancelWhen(UUID run, String what, BooleanSupplier condition) throws InterruptedException {
    await(what + "; it is " + books(run).summary(), PATIENCE, condition);
    long asked = System.nanoTime();
    api.post("/api/v1/learning-runs/" + run + "/cancel", Map.of());
    await("the run is cancelled", PATIENCE, () -> books(run).state().equals("CANCELLED"));
    return (System.nanoTime() - asked) / 1e9;
  }

  void resume(UUID run) throws InterruptedException {
    api.post("/api/v1/learning-runs/" + run + "/resume", Map.of());
  }

  /** One of the engine's own gauges. */
  double engineGauge(String name) {
    var arguments = stack.engine().flatMap(engine -> engine.info().arguments()).orElseThrow();
    var port = arguments[List.of(arguments).indexOf("--port") + 1];
    var address = URI.create("http://127.0.0.1:" + port + "/metrics");
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofLines())
          .body()
          .filter(line -> line.matches("(autodidact_engine_)?" + name + " .*"))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("The engine does not tell how it is", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What the database holds of a run. */
  Books books(UUID run) {
    return new Books(stack.jdbcUrl(), run);
  }

  /** Waits for something to come true. */
  static void await(String what, Duration limit, BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Not within " + limit.toSeconds() + " s: " + what);
      }
      Thread.sleep(GLANCE);
    }
  }

  @Override
  public void close() {
    api.close();
    stack.close();
    sample.close();
  }
}
