package io.autodidact.e2e.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.e2e.stack.Stack;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole loop on real parts: PostgreSQL, the console as a process, the engine, the sample. */
class LearningLoopTest {
  /** The shortest run that still warms up, practises and sits an exam of 40 tasks. */
  private static final double MINUTES = 3;

  @TempDir private Path directory;

  @Test
  @Timeout(1500)
  void anAgentTeachesItselfTheSampleAndComesOutAsASignedVersion() throws Exception {
    var screen = new Screen(new PrintStream(System.out, true, StandardCharsets.UTF_8), false);
    var options = new Options("sample", MINUTES, 1, Optional.empty());
    try (var sample = SampleSoftware.start(directory);
        var stack = Stack.start(directory);
        var api = new ApiClient(stack.address(), stack.apiKey())) {
      var report = new DemoRun(api, screen, options).learn(sample);
      new ReportPrinter(screen).print(report, 0, stack);

      assertThat(report.at("/operations/reached").asInt()).isGreaterThanOrEqualTo(30);
      assertThat(report.at("/exam/tasks").asInt()).isGreaterThanOrEqualTo(40);
      assertThat(Figures.score(report, "base")).isPresent();
      assertThat(Figures.score(report, "base+examples")).isPresent();
      assertThat(Figures.score(report, "warm-start")).isPresent();
      assertThat(Figures.difference(report, "trained", "base")).isPresent();
      assertThat(report.at("/release/version").asInt()).isEqualTo(1);
      assertThat(report.at("/release/digest").asString()).matches("[0-9a-f]{64}");
      assertThat(report.at("/release/verdict").asString()).isNotBlank();
    }
  }
}
