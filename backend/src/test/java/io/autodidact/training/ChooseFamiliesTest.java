package io.autodidact.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.training.ChooseFamilies.Choice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChooseFamiliesTest {
  private static final Map<String, Integer> STEPS = Map.of("always", 2, "sometimes", 2, "never", 3);

  @Test
  void familiesThatAreSolvedNowAndThenComeFirst() {
    var rates =
        List.of(
            new PassRate("always", 0, 64, 64),
            new PassRate("sometimes", 0, 64, 32),
            new PassRate("never", 0, 64, 0),
            new PassRate("never", 1, 64, 63));
    Map<String, Integer> first = new HashMap<>();
    for (long seed = 0; seed < 200; seed++) {
      var choices = new ChooseFamilies(rates, new SplittableRandom(seed)).choose(STEPS, 1);
      first.merge(choices.getFirst().family(), 1, Integer::sum);
    }
    assertThat(first.get("sometimes")).isGreaterThan(190);
  }

  @Test
  void anUnsolvedFamilyStartsWhereItCanBeSolved() {
    var rates =
        List.of(
            new PassRate("never", 0, 16, 0),
            new PassRate("never", 1, 16, 0),
            new PassRate("never", 2, 16, 9));
    var choices = new ChooseFamilies(rates, new SplittableRandom(1)).choose(STEPS, 3);
    assertThat(choices).contains(new Choice("never", 2));
  }

  @Test
  void anUnknownFamilyIsTriedFromTheBeginning() {
    var choices = new ChooseFamilies(List.of(), new SplittableRandom(1)).choose(STEPS, 3);
    assertThat(choices).hasSize(3).allSatisfy(one -> assertThat(one.givenSteps()).isZero());
  }

  @Test
  void familiesRepeatOnlyWhenAllHaveComeUp() {
    var choices = new ChooseFamilies(List.of(), new SplittableRandom(1)).choose(STEPS, 4);
    assertThat(choices.subList(0, 3).stream().map(Choice::family))
        .containsExactlyInAnyOrder("always", "sometimes", "never");
    assertThat(choices).hasSize(4);
  }
}
