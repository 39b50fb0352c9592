package io.autodidact.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

final class RecomputeAdvantagesTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir Path folder;

  @Test
  void theReferenceFileIsWithinToleranceAndItsFiguresAreWritten() throws Exception {
    var json = folder.resolve("figures.json");

    assertThat(run(AdvantagesTest.referenceFile().toString(), "--json", json.toString())).isZero();

    var figures = JsonMapper.shared().readTree(Files.readString(json));
    assertThat(figures.path("groups").intValue()).isEqualTo(24);
    assertThat(figures.path("within").booleanValue()).isTrue();
    assertThat(figures.path("values").size()).isEqualTo(3 * 682);
    assertThat(text()).contains("largest deviation, exact", "All are within 1e-04");
  }

  @Test
  void aWrongStoredValueIsShownAndEndsWithCodeOne() throws Exception {
    assertThat(run(file("1.0, 0.0", "[\"GOOD\"], [\"BAD\"]", "[1.1], [-1.0]"))).isEqualTo(1);

    assertThat(text()).contains("-1.100000   -1.000000  differs by 0.100000");
  }

  @Test
  void abstainedStepsCountAsZero() throws Exception {
    assertThat(run(file("1.0, 0.0", "[\"ABSTAIN\"], [\"ABSTAIN\"]", "[1.0], [-1.0]"))).isZero();
  }

  @Test
  void aFileOfAnotherFormIsRefusedWithThePlaceThatIsWrong() throws Exception {
    assertRefused(Files.writeString(folder.resolve("a"), "no json").toString(), "is not JSON");
    assertRefused(
        Files.writeString(folder.resolve("b"), "[1]").toString(), "groups is not an array");
    assertRefused(folder.resolve("absent").toString(), "can not be read");
    assertRefused(
        file("1.0", "[\"FINE\"]", "[1.0]"), "groups[0].flags[0][0] is \"FINE\"; it must be");
    assertRefused(file("2.0", "[\"GOOD\"]", "[1.0]"), "groups[0].rewards[0] lies between 0 and 1");
    assertRefused(file("1.0, 1.0", "[\"GOOD\"]", "[1.0]"), "2 rewards and flags of 1 attempts");
    assertRefused(file("1.0", "[\"GOOD\"]", "[1.0, 2.0]"), "has not the shape of flags [1]");
    assertRefused(file("1.0", "[]", "[]"), "groups[0].flags[0] is empty");
  }

  @Test
  void withoutAFileItSaysHowToUseIt() {
    assertThat(run()).isEqualTo(2);
    assertThat(text()).contains("advantages FILE [--json FILE]");
  }

  private void assertRefused(String file, String message) {
    printed.reset();
    assertThat(run(file)).isEqualTo(2);
    assertThat(text()).contains(message);
  }

  private String file(String rewards, String flags, String advantages) throws Exception {
    return Files.writeString(
            Files.createTempFile(folder, "groups", ".json"),
            """
            {"groups": [{"alpha": 0.1, "rewards": [%s], "flags": [%s], "advantages": [%s]}]}"""
                .formatted(rewards, flags, advantages))
        .toString();
  }

  private int run(String... arguments) {
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new RecomputeAdvantages(out).run(List.of(arguments));
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
