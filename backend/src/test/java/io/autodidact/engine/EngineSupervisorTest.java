package io.autodidact.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSupervisorTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  @TempDir Path directory;

  @Test
  void aKilledEngineIsStartedAgainAndItsClientGoesOn() throws InterruptedException {
    var program = program(List.of(java(), ScriptedEngineProcess.class.getName(), "{port}"));
    try (var supervisor = new EngineSupervisor(program, InstantSource.system())) {
      supervisor.start();
      supervisor.awaitReady(LIMIT);
      var address = EngineAddress.of(supervisor.root(), Optional.empty(), "scripted");
      try (var engine = new TinkerEngine(address, InstantSource.system())) {
        var sampler = engine.base();
        ProcessHandle first = child();
        assertThat(first.destroyForcibly()).isTrue();
        first.onExit().join();
        var settings = new SamplingSettings(1, 1, 1, List.of(2));
        assertThat(sampler.sample(new int[] {1}, 1, settings)).hasSize(1);
        assertThat(child().pid()).isNotEqualTo(first.pid());
      }
    }
  }

  @Test
  void closingEndsTheEngine() throws InterruptedException {
    var program = program(List.of(java(), ScriptedEngineProcess.class.getName(), "{port}"));
    ProcessHandle process;
    try (var supervisor = new EngineSupervisor(program, InstantSource.system())) {
      supervisor.start();
      supervisor.awaitReady(LIMIT);
      process = child();
    }
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void anEngineThatCanNotStartIsReportedWithItsLastWords() {
    var program = program(List.of("sh", "-c", "echo no weights here; exit 3"));
    try (var supervisor = new EngineSupervisor(program, InstantSource.system())) {
      supervisor.start();
      assertThatThrownBy(() -> supervisor.awaitReady(Duration.ofMillis(900)))
          .hasMessageContaining("ended with code 3")
          .hasMessageContaining("no weights here");
    }
  }

  private EngineProgram program(List<String> command) {
    return EngineProgram.onFreePort(
        command, Map.of("CLASSPATH", classPath()), directory.resolve("engine.log"));
  }

  private static ProcessHandle child() {
    return ProcessHandle.current()
        .children()
        .filter(
            p ->
                p.info()
                    .arguments()
                    .map(a -> String.join(" ", a))
                    .orElse("")
                    .contains("ScriptedEngineProcess"))
        .findFirst()
        .orElseThrow();
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
