package io.autodidact.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Rollout.Ending;
import io.autodidact.task.Judgement;
import io.autodidact.task.Task;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CreditGroupsTest {
  private static final Task TASK = Attempts.question();
  private static final Judgement RIGHT = new Judgement(1, List.of(), List.of(), true);
  private static final Judgement WRONG = new Judgement(0, List.of(), List.of(), false);

  @Test
  void attemptsOfAGroupAreComparedStepByStep() {
    var right = answer("\"250\"").rollout(RIGHT, Ending.FINISHED, 0);
    var wrong = answer("\"3\"").rollout(WRONG, Ending.FINISHED, 0);

    var credits = credits(right, wrong);

    assertThat(credits.groups()).isEqualTo(1);
    assertThat(credits.withoutSignal()).isZero();
    assertThat(credits.withSignal()).hasSize(2);
    assertThat(credits.rollouts().getFirst().advantages().orElseThrow()).hasSize(2);
    assertThat(credits.rollouts().getFirst().advantages().orElseThrow()[1]).isPositive();
    assertThat(credits.rollouts().getLast().advantages().orElseThrow()[1]).isNegative();
  }

  @Test
  void groupsWithoutSignalAreSkippedAndCounted() {
    var right = new Attempts().finish("\"250\"").rollout(RIGHT, Ending.FINISHED, 0);

    var credits = credits(right, right);

    assertThat(credits.groups()).isEqualTo(1);
    assertThat(credits.withoutSignal()).isEqualTo(1);
    assertThat(credits.withSignal()).isEmpty();
    assertThat(credits.rollouts()).allSatisfy(one -> assertThat(one.attributions()).hasSize(1));
  }

  @Test
  void givenStepsCarryNoAdvantageAndOtherStartsAreAnotherGroup() {
    var given = answer("\"250\"").rollout(RIGHT, Ending.FINISHED, 1);
    var givenToo = answer("\"3\"").rollout(WRONG, Ending.FINISHED, 1);
    var alone = answer("\"3\"").rollout(WRONG, Ending.FINISHED, 0);

    var credits = credits(given, givenToo, alone);

    assertThat(credits.groups()).isEqualTo(2);
    assertThat(credits.rollouts().getFirst().advantages().orElseThrow()[0]).isZero();
    assertThat(credits.rollouts().getFirst().advantages().orElseThrow()[1]).isPositive();
  }

  @Test
  void attemptsThatSayNothingAboutTheAgentAreInNoGroup() {
    var down = answer("\"250\"").rollout(WRONG, Ending.SOFTWARE_DOWN, 0);
    var empty = new Attempts().rollout(WRONG, Ending.TOKEN_LIMIT, 0);

    var credits = credits(down, empty);

    assertThat(credits.groups()).isZero();
    assertThat(credits.withSignal()).isEmpty();
  }

  private static Attempts answer(String said) {
    return new Attempts()
        .call("search_items", "{\"name\": \"Blue Bolt\"}", "[{\"boxSize\": 250}]")
        .finish(said);
  }

  private static Credits credits(Rollout... rollouts) {
    return new CreditGroups(Attempts.CATALOGUE, AdvantageSettings.DEFAULT)
        .of(List.of(TASK), List.of(rollouts));
  }
}
