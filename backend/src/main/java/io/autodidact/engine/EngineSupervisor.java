package io.autodidact.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the engine on this machine running: starts it, waits until it answers, starts it again when
 * it has ended or hangs, each time after a longer pause, and ends it when closed. What was trained
 * lies in the engine's checkpoints; who trains loads the last one ({@link
 * EngineException#retryable()}).
 */
public final class EngineSupervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EngineSupervisor.class);
  private static final Duration GLANCE = Duration.ofMillis(200);
  private static final Duration WATCH = Duration.ofSeconds(5);
  private static final int MISSED_GLANCES = 12;
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration STEADY = Duration.ofMinutes(1);
  private static final int REASON_LINES = 5;

  private final EngineProgram program;
  private final InstantSource clock;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private volatile EngineState state = new EngineState.Stopped();
  private @Nullable Thread supervising;

  public EngineSupervisor(EngineProgram program, InstantSource clock) {
    this.program = program;
    this.clock = clock;
  }

  /** Starts supervising; the engine may take some seconds more to answer. */
  public synchronized void start() {
    if (supervising == null) {
      state = new EngineState.Starting();
      // A platform thread: a child that ends with its parent may watch the thread that started it.
      supervising = Thread.ofPlatform().daemon().name("engine-supervisor").start(this::supervise);
    }
  }

  public EngineState state() {
    return state;
  }

  /** Where the engine answers, now or soon. */
  public URI root() {
    return program.root();
  }

  /**
   * Waits until the engine answers.
   *
   * @throws EngineException if it does not within that time; says what it printed last
   */
  public void awaitReady(Duration limit) throws InterruptedException {
    Instant deadline = clock.instant().plus(limit);
    while (!(state instanceof EngineState.Ready)) {
      if (clock.instant().isAfter(deadline)) {
        throw new EngineException(
            true, state.inWords() + " Its output is in " + program.log() + ".");
      }
      Thread.sleep(GLANCE);
    }
  }

  /** Ends the engine and waits until it is gone. */
  @Override
  public void close() {
    Thread thread;
    synchronized (this) {
      thread = supervising;
      supervising = null;
    }
    if (thread != null) {
      thread.interrupt();
      try {
        thread.join(Duration.ofSeconds(20));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    http.close();
  }

  private void supervise() {
    Duration pause = FIRST_PAUSE;
    try {
      while (true) {
        Instant started = clock.instant();
        String reason = runOnce();
        boolean steady = Duration.between(started, clock.instant()).compareTo(STEADY) > 0;
        pause = steady ? FIRST_PAUSE : pause;
        state = new EngineState.Down(reason, pause);
        LOG.warn("{}", state.inWords());
        Thread.sleep(pause);
        pause =
            pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                ? pause.multipliedBy(2)
                : LONGEST_PAUSE;
      }
    } catch (InterruptedException e) {
      state = new EngineState.Stopped();
    }
  }

  /** One life of the engine; answers why it ended. */
  private String runOnce() throws InterruptedException {
    state = new EngineState.Starting();
    Process process;
    try {
      process = program.start();
    } catch (IOException e) {
      return "It can not be started: " + e.getMessage();
    }
    try {
      if (!answersInTime(process)) {
        return process.isAlive()
            ? "It did not answer within %d s of its start.".formatted(START_LIMIT.toSeconds())
            : ended(process);
      }
      state = new EngineState.Ready();
      LOG.info("The engine answers at {} (process {})", program.root(), process.pid());
      return watch(process);
    } finally {
      end(process);
    }
  }

  private boolean answersInTime(Process process) throws InterruptedException {
    Instant deadline = clock.instant().plus(START_LIMIT);
    while (clock.instant().isBefore(deadline)) {
      if (answers()) {
        return true;
      }
      if (process.waitFor(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return false;
  }

  private String watch(Process process) throws InterruptedException {
    int missed = 0;
    while (!process.waitFor(WATCH.toMillis(), TimeUnit.MILLISECONDS)) {
      missed = answers() ? 0 : missed + 1;
      if (missed == MISSED_GLANCES) {
        return "It hung: it has not answered for %d s."
            .formatted(WATCH.multipliedBy(MISSED_GLANCES).toSeconds());
      }
    }
    return ended(process);
  }

  private boolean answers() throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(program.root() + "/api/v1/healthz"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      LOG.debug("The engine does not answer: {}", e.getMessage());
      return false;
    }
  }

  private String ended(Process process) {
    return "It ended with code %d. Last it said: %s".formatted(process.exitValue(), lastWords());
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(program.log(), StandardCharsets.UTF_8);
      return String.join(
          " | ", lines.subList(Math.max(0, lines.size() - REASON_LINES), lines.size()));
    } catch (IOException e) {
      return "(its output can not be read: " + e.getMessage() + ")";
    }
  }

  private static void end(Process process) {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
