package io.autodidact.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.engine.Sampler;
import io.autodidact.job.PartOfWork;
import io.autodidact.job.TestRun;
import io.autodidact.job.Work.Resource;
import io.autodidact.release.TakeExam.Exam;
import io.autodidact.rollout.Batch;
import io.autodidact.rollout.GivenSteps;
import io.autodidact.rollout.Guidance;
import io.autodidact.rollout.Practice;
import io.autodidact.rollout.PracticeSettings;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.rollout.RolloutRepository;
import io.autodidact.rollout.RunRollouts;
import io.autodidact.rollout.ScriptedSampler;
import io.autodidact.rollout.ShopTasks;
import io.autodidact.task.Split;
import io.autodidact.task.Task;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TakeExamTest {
  private static final Sampler RIGHT =
      ScriptedSampler.saying("list_items", "update_item #1 reorderLevel=77", "finish");
  private static final Sampler IDLE = ScriptedSampler.saying("delete_item #1", "finish");

  private final TestRun run = TestRun.create();
  private final ExamRepository exams = new ExamRepository();
  private final TakeExam takeExam =
      new TakeExam(
          new RunRollouts(new RolloutRepository(), Guidance.NONE, Clock.systemUTC()), exams);
  private final List<Task> tasks = new ArrayList<>();

  @BeforeEach
  void writeTasks() throws InterruptedException {
    for (int seed = 1; seed <= 18; seed++) {
      var task = exam(ShopTasks.reorderLevel(seed, 0, 77));
      tasks.add(task);
      run.insertTask(task);
    }
  }

  @Test
  void everyCandidateSitsEveryTaskOnceAndIsCompared() throws InterruptedException {
    var results = take(candidate("base", IDLE), candidate("trained", RIGHT));

    assertThat(results).hasSize(36);
    var report = ExamReport.of(results, List.of("base", "trained"), 7);
    assertThat(report.score("base").orElseThrow().average()).isZero();
    assertThat(report.score("trained").orElseThrow().average()).isPositive();
    assertThat(report.difference("trained", "base").orElseThrow().n()).isEqualTo(18);
  }

  @Test
  void anExamPickedUpAgainCountsNothingTwice() throws InterruptedException {
    take(candidate("base", IDLE));
    long sampled = run.spent(Resource.SAMPLED_TOKENS);

    var results = take(candidate("base", IDLE));

    assertThat(results).hasSize(18);
    assertThat(run.spent(Resource.SAMPLED_TOKENS)).isEqualTo(sampled);
  }

  @Test
  void candidatesExaminedLaterJoinTheSameExam() throws InterruptedException {
    take(candidate("base", IDLE));

    assertThat(take(candidate("trained", RIGHT)))
        .extracting(ExamResult::candidate)
        .contains("base", "trained");
  }

  @Test
  void whoHasTheWeightsOfAnotherNeedNotSit() throws InterruptedException {
    var sat = take(candidate("trained", RIGHT));
    long sampled = run.spent(Resource.SAMPLED_TOKENS);

    var all =
        run.commit(
            dsl -> {
              exams.share(dsl, run.scope(), "trained", "warm-start");
              exams.share(dsl, run.scope(), "trained", "warm-start");
              return exams.of(dsl, run.scope());
            });

    assertThat(all).hasSize(2 * sat.size());
    var report = ExamReport.of(all, List.of("warm-start", "trained"), 7);
    assertThat(report.score("warm-start").orElseThrow().average())
        .isEqualTo(report.score("trained").orElseThrow().average());
    assertThat(run.spent(Resource.SAMPLED_TOKENS)).isEqualTo(sampled);
  }

  @Test
  void askingForWhatIsForbiddenIsCounted() throws InterruptedException {
    var results =
        takeExam.take(
            run,
            new Exam(tasks.subList(0, 2), Set.of("delete_item"), UnaryOperator.identity()),
            List.of(candidate("base", IDLE)));

    assertThat(results).extracting(ExamResult::refusals).containsExactly(1, 1);
  }

  @Test
  void itsProgressIsOfTheWholeExamAndSaysWhoSitsIt() throws InterruptedException {
    var told = new CopyOnWriteArrayList<String>();
    var watched =
        new PartOfWork(run, (doing, done, total) -> told.add(doing + ": " + done + "/" + total));
    var exam = new Exam(tasks, Set.of(), name -> name + " model");

    takeExam.take(watched, exam, List.of(candidate("base", IDLE), candidate("trained", RIGHT)));

    assertThat(told)
        .hasSize(36)
        .contains("base model, task 1 of 18: 1/36", "trained model, task 18 of 18: 36/36");
  }

  @Test
  void anExhaustedBudgetEndsTheExam() throws InterruptedException {
    run.exhausted.set(true);

    assertThat(take(candidate("base", IDLE))).isEmpty();
  }

  @Test
  void onlyExamTasksAndComparableCandidatesAreAdmitted() throws InterruptedException {
    var train = ShopTasks.reorderLevel(1, 0, 77);
    assertThatThrownBy(() -> new Exam(List.of(train), Set.of(), UnaryOperator.identity()))
        .hasMessageContaining("no tasks but those of the EXAM split");

    var practice = candidate("trained", RIGHT);
    var training =
        new Practice(
            practice.episodes(),
            practice.context(),
            RIGHT,
            new Batch(Purpose.PRACTICE, "trained", 0, 0),
            practice.settings());
    assertThatThrownBy(() -> take(training)).hasMessageContaining("have the purpose EXAM");
  }

  private List<ExamResult> take(Practice... candidates) throws InterruptedException {
    return takeExam.take(
        run, new Exam(tasks, Set.of(), UnaryOperator.identity()), List.of(candidates));
  }

  private static Practice candidate(String name, Sampler sampler) {
    return new Practice(
        ShopTasks.SHOP,
        ShopTasks.context(),
        sampler,
        new Batch(Purpose.EXAM, name, 0, 0),
        new PracticeSettings(1, 0, 0, 4, ShopTasks.LIMITS, GivenSteps.NONE));
  }

  private static Task exam(Task task) {
    return new Task(
        task.id(),
        task.family(),
        task.difficulty(),
        Split.EXAM,
        task.request(),
        task.episodeSeed(),
        task.plan(),
        task.checks());
  }
}
