package io.autodidact.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The engine a test talks to: the one at {@code -Dengine.url}, or the embedded one, started here.
 */
public final class EngineUnderTest {
  private static final Path HOME = Path.of("../k8s-operators/engine").toAbsolutePath().normalize();
  private static final String MODEL = "SmolLM2-135M-Instruct";

  private EngineUnderTest() {}

  /** A client and, where it was started here, the engine behind it. */
  public record Running(TinkerEngine client, @Nullable EngineSupervisor supervisor)
      implements AutoCloseable {
    @Override
    public void close() {
      client.close();
      if (supervisor != null) {
        supervisor.close();
      }
    }
  }

  public static Running start() throws InterruptedException {
    String url = System.getProperty("engine.url", "");
    if (!url.isEmpty()) {
      var key = Optional.ofNullable(System.getProperty("engine.key"));
      String model = System.getProperty("engine.model", MODEL);
      var address = EngineAddress.of(URI.create(url), key, model);
      return new Running(new TinkerEngine(address, InstantSource.system()), null);
    }
    Assumptions.assumeTrue(
        isSetUp(), "The embedded engine is not set up: run k8s-operators/engine/setup");
    var supervisor = new EngineSupervisor(program(), InstantSource.system());
    supervisor.start();
    try {
      supervisor.awaitReady(Duration.ofMinutes(2));
    } catch (EngineException e) {
      supervisor.close();
      throw e;
    }
    var address = EngineAddress.of(supervisor.root(), Optional.empty(), MODEL);
    return new Running(new TinkerEngine(address, InstantSource.system()), supervisor);
  }

  private static EngineProgram program() {
    try {
      Path data = Files.createTempDirectory("engine-under-test");
      var command =
          List.of(
              HOME.resolve("run").toString(),
              "--port",
              "{port}",
              "--data",
              data.toString(),
              "--exit-with-parent");
      return EngineProgram.onFreePort(command, Map.of(), data.resolve("engine.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSetUp() {
    try {
      var check = new ProcessBuilder(HOME.resolve("run").toString(), "--help");
      return check
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
