package io.autodidact.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.autodidact.attribution.AdvantageSettings.Form;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class AdvantagesTest {
  private static final Offset<Double> CLOSE = within(1e-9);
  private static final int SEEDS = 300;

  @Test
  void everyReferenceGroupIsMetInAllThreeForms() throws Exception {
    var file = StoredGroups.read(referenceFile());

    assertThat(file.groups()).hasSize(24);
    for (var group : file.groups()) {
      assertThat(group.stored()).hasSize(3);
      group
          .stored()
          .forEach(
              (form, stored) ->
                  assertEqual(
                      Advantages.of(group.group(), new AdvantageSettings(form, group.alpha())),
                      stored,
                      within(1e-4)));
    }
  }

  @Test
  void theFirstReferenceGroupByHand() {
    var group = new CreditGroup(List.of(attempt(1, "GB"), attempt(0, "B")));

    // means 0 and -1: mu = -1/2; variance ((1.5^2 + 0.5^2)/2 + 0.5^2)/2 = 3/4; outcomes 1 and -1
    double scale = Math.sqrt(0.75 + 1e-8);
    var advantages = Advantages.of(group, new AdvantageSettings(Form.EXACT, 0.1));

    assertThat(advantages.get(0)[1]).isCloseTo(0.1 * -0.5 / scale + 1, CLOSE);
    assertThat(advantages.get(0)[0]).isCloseTo(0.1 * (1.5 - 0.5) / scale + 1, CLOSE);
    assertThat(advantages.get(1)[0]).isCloseTo(0.1 * -0.5 / scale - 1, CLOSE);
  }

  @Test
  void orderOfAttemptsDoesNotMatter() {
    forEachGroup(
        (group, settings, random) -> {
          var order = new ArrayList<>(IntStream.range(0, group.attempts().size()).boxed().toList());
          Collections.shuffle(order, random);
          var shuffled = new CreditGroup(order.stream().map(group.attempts()::get).toList());

          var expected = Advantages.of(group, settings);
          assertEqual(
              Advantages.of(shuffled, settings), order.stream().map(expected::get).toList(), CLOSE);
        });
  }

  @Test
  void repeatingEveryAttemptDoesNotMatter() {
    forEachGroup(
        (group, settings, random) -> {
          var twice = new ArrayList<>(group.attempts());
          twice.addAll(group.attempts());

          var expected = Advantages.of(group, settings);
          assertEqual(
              Advantages.of(new CreditGroup(twice), settings).subList(0, expected.size()),
              expected,
              within(1e-7));
        });
  }

  /**
   * Flags 0 and -1 stand for flags +1 and -1 moved and scaled; only the 1e-8 may tell them apart.
   */
  @Test
  void scaleAndOriginOfTheFlagsDoNotMatter() {
    forEachGroup(
        (group, settings, random) -> {
          var halved =
              new CreditGroup(
                  group.attempts().stream().map(AdvantagesTest::goodToAbstain).toList());
          var plain =
              new CreditGroup(
                  group.attempts().stream().map(AdvantagesTest::abstainToGood).toList());

          assertEqual(
              Advantages.of(halved, settings), Advantages.of(plain, settings), within(1e-3));
        });
  }

  @Test
  void scaleAndOriginOfTheRewardsDoNotMatter() {
    forEachGroup(
        (group, settings, random) -> {
          var moved =
              new CreditGroup(
                  group.attempts().stream()
                      .map(a -> new CreditGroup.Attempt(0.25 + a.reward() / 2, a.verdicts()))
                      .toList());

          assertEqual(Advantages.of(moved, settings), Advantages.of(group, settings), within(1e-6));
        });
  }

  @Test
  void groupsInWhichAllIsEqualHaveNoSignalAndNoAdvantage() {
    for (var form : Form.values()) {
      var group = new CreditGroup(List.of(attempt(1, "GG"), attempt(1, "G"), attempt(1, "GGG")));

      assertThat(group.hasSignal()).isFalse();
      for (var steps : Advantages.of(group, new AdvantageSettings(form, 1))) {
        assertThat(steps).containsOnly(0);
      }
    }
  }

  @Test
  void equalRewardsWithUnequalFlagsStillHaveSignal() {
    assertThat(new CreditGroup(List.of(attempt(1, "GB"), attempt(1, "G"))).hasSignal()).isTrue();
    assertThat(new CreditGroup(List.of(attempt(1, "G"), attempt(0, "G"))).hasSignal()).isTrue();
  }

  @Test
  void singleStepAttemptsCarryTheirOutcomeAndTheirOwnCredit() {
    var group = new CreditGroup(List.of(attempt(1, "G"), attempt(0, "B")));

    for (var form : List.of(Form.EXACT, Form.ALL_STEPS, Form.POOLED)) {
      var advantages = Advantages.of(group, new AdvantageSettings(form, 0.1));
      assertThat(advantages.get(0)[0]).isCloseTo(1.1, within(1e-6));
      assertThat(advantages.get(1)[0]).isCloseTo(-1.1, within(1e-6));
    }
  }

  @Test
  void lengthSafeCreditNeverOutweighsTheOutcome() {
    forEachGroup(
        (group, ignored, random) -> {
          var outcome = Advantages.of(group, new AdvantageSettings(Form.EXACT, 0));
          var safe = Advantages.of(group, new AdvantageSettings(Form.LENGTH_SAFE, 10));
          for (int i = 0; i < safe.size(); i++) {
            for (int t = 0; t < safe.get(i).length; t++) {
              double o = outcome.get(i)[t];
              assertThat(Math.abs(safe.get(i)[t] - o))
                  .isLessThanOrEqualTo(0.5 * Math.max(Math.abs(o), 0.2) + 1e-12);
            }
          }
        });
  }

  @Test
  void aLongFailureCanNotOutrankAShortSuccess() {
    var group = new CreditGroup(List.of(attempt(0, "G".repeat(40)), attempt(1, "B")));

    var exact = Advantages.of(group, new AdvantageSettings(Form.EXACT, 0.1));
    var safe = Advantages.of(group, new AdvantageSettings(Form.LENGTH_SAFE, 0.1));

    assertThat(exact.get(0)[0]).isGreaterThan(exact.get(1)[0]);
    assertThat(safe.get(0)[0]).isLessThan(-0.49);
    assertThat(safe.get(1)[0]).isGreaterThan(0.49);
  }

  @Test
  void shortAttemptsAreTheSameInBothForms() {
    var group = new CreditGroup(List.of(attempt(1, "GBG"), attempt(0, "BG"), attempt(0, "BB")));

    assertEqual(
        Advantages.of(group, new AdvantageSettings(Form.LENGTH_SAFE, 0.1)),
        Advantages.of(group, new AdvantageSettings(Form.EXACT, 0.1)),
        CLOSE);
  }

  static Path referenceFile() throws URISyntaxException {
    return Path.of(AdvantagesTest.class.getResource("/vectors/adca.json").toURI());
  }

  private interface Property {
    void holds(CreditGroup group, AdvantageSettings settings, Random random);
  }

  private static void forEachGroup(Property property) {
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      var attempts = new ArrayList<CreditGroup.Attempt>();
      for (int i = 1 + random.nextInt(8); i > 0; i--) {
        var flags = new StringBuilder();
        random.ints(1 + random.nextInt(12), 0, 3).forEach(f -> flags.append("GBA".charAt(f)));
        double reward = random.nextBoolean() ? random.nextInt(2) : random.nextInt(101) / 100.0;
        attempts.add(attempt(reward, flags.toString()));
      }
      for (var form : Form.values()) {
        property.holds(new CreditGroup(attempts), new AdvantageSettings(form, 0.1), random);
      }
    }
  }

  private static CreditGroup.Attempt attempt(double reward, String flags) {
    return new CreditGroup.Attempt(
        reward,
        flags
            .chars()
            .mapToObj(f -> f == 'G' ? Verdict.GOOD : f == 'B' ? Verdict.BAD : Verdict.ABSTAIN)
            .toList());
  }

  private static CreditGroup.Attempt goodToAbstain(CreditGroup.Attempt attempt) {
    return replaced(attempt, Verdict.GOOD, Verdict.ABSTAIN);
  }

  private static CreditGroup.Attempt abstainToGood(CreditGroup.Attempt attempt) {
    return replaced(attempt, Verdict.ABSTAIN, Verdict.GOOD);
  }

  private static CreditGroup.Attempt replaced(
      CreditGroup.Attempt attempt, Verdict from, Verdict to) {
    return new CreditGroup.Attempt(
        attempt.reward(), attempt.verdicts().stream().map(v -> v == from ? to : v).toList());
  }

  private static void assertEqual(
      List<double[]> actual, List<double[]> expected, Offset<Double> by) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i)).containsExactly(expected.get(i), by);
    }
  }
}
