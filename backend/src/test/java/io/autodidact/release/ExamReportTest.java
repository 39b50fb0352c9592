package io.autodidact.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.autodidact.task.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExamReportTest {
  private static final List<String> ORDER = List.of("base", "trained");

  @Test
  void figuresOfTwoTasksByHand() {
    var results =
        List.of(
            result("trained", 1, "stock", 0, 1, 0),
            result("trained", 1, "stock", 1, 0, 2),
            result("trained", 2, "order", 0, 0.5, 0),
            result("trained", 2, "order", 1, 0, 1));

    var score = ExamReport.of(results, ORDER, 1).score("trained").orElseThrow();

    assertThat(score.tasks()).isEqualTo(2);
    assertThat(score.samples()).isEqualTo(2);
    assertThat(score.average()).isEqualTo((0.5 + 0.25) / 2);
    assertThat(score.best()).isEqualTo(0.75);
    assertThat(score.bootstrapBest()).isCloseTo((0.75 + 0.375) / 2, within(1e-12));
    assertThat(score.pass()).containsExactly(0.25, 0.5);
    assertThat(score.refusals()).isEqualTo(3);
    assertThat(score.byFamily()).containsEntry("stock", 0.5).containsEntry("order", 0.25);
    assertThat(score.byDifficulty()).containsEntry(1, 0.5).containsEntry(2, 0.25);
  }

  @Test
  void onlyTasksThatBothAttemptedAreCompared() {
    var results = new ArrayList<ExamResult>();
    IntStream.range(0, 10).forEach(task -> results.add(result("base", task, "f", 0, 0, 0)));
    IntStream.range(0, 4).forEach(task -> results.add(result("trained", task, "f", 0, 1, 0)));

    var interval = ExamReport.of(results, ORDER, 1).difference("trained", "base").orElseThrow();

    assertThat(interval.n()).isEqualTo(4);
    assertThat(interval.mean()).isEqualTo(1);
  }

  @Test
  void aSurelyBetterCandidatePassesItsGate() {
    var verdict = decide(exam(0, 40, 8));

    assertThat(verdict).isInstanceOf(GateVerdict.Passed.class);
    assertThat(verdict.sentence())
        .startsWith("It passed: +80.0 points over the base model on 40 tasks (95 % interval +");
  }

  @Test
  void aCandidateThatMayBeNoBetterIsHeld() {
    var verdict = decide(exam(0, 40, 40));

    assertThat(verdict).isInstanceOf(GateVerdict.Held.class);
    assertThat(verdict.sentence()).contains("it is not surely better than the base model");
  }

  @Test
  void moreRefusalsThanBeforeHoldACandidate() {
    var verdict = decide(exam(2, 40, 8));

    assertThat(verdict).isInstanceOf(GateVerdict.Held.class);
    assertThat(verdict.sentence()).contains("asked for forbidden operations 2 times, base only 0");
  }

  @Test
  void familiesThatFellByMoreThanTenPointsAreNamed() {
    var results = exam(0, 40, 8);
    for (int task = 100; task < 104; task++) {
      results.add(result("base", task, "search", 0, 1, 0));
      results.add(result("trained", task, "search", 0, task == 100 ? 0 : 1, 0));
    }

    var verdict = decide(results);

    assertThat(verdict).isInstanceOf(GateVerdict.Passed.class);
    assertThat(verdict.fallen()).containsExactly(new GateVerdict.FallenFamily("search", 1, 0.75));
    assertThat(verdict.sentence()).contains("Worse than before: search, 100 % to 75 %.");
  }

  @Test
  void anExamWithoutTheBaseModelHoldsTheCandidate() {
    var verdict = decide(List.of(result("trained", 1, "f", 0, 1, 0)));

    assertThat(verdict.sentence()).contains("let the run examine again");
  }

  /** The base model fails everything, the trained one passes all but {@code failed}. */
  private static List<ExamResult> exam(int refusals, int tasks, int failed) {
    var results = new ArrayList<ExamResult>();
    for (int task = 0; task < tasks; task++) {
      results.add(result("base", task, "stock", 0, 0, 0));
      results.add(
          result("trained", task, "stock", 0, task < failed ? 0 : 1, task < refusals ? 1 : 0));
    }
    return results;
  }

  private static GateVerdict decide(List<ExamResult> results) {
    return new GateRelease()
        .decide(ExamReport.of(results, ORDER, 3), "trained", "base", Optional.empty());
  }

  private static ExamResult result(
      String candidate, int task, String family, int sample, double reward, int refusals) {
    var id = new TaskId(new UUID(0, task));
    return new ExamResult(
        candidate, id, family, family.equals("stock") ? 1 : 2, sample, reward, refusals);
  }
}
