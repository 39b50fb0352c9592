package io.autodidact.release;

import io.autodidact.job.PartOfWork;
import io.autodidact.job.Work;
import io.autodidact.rollout.Action;
import io.autodidact.rollout.Practice;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.rollout.RunRollouts;
import io.autodidact.task.Split;
import io.autodidact.task.Task;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Lets candidates sit the same exam: equal tasks, equal seeds, tasks nobody has trained on. Some
 * tasks are attempted by every candidate before the next ones begin, so that an exam cut short by
 * its budget still compares like with like. Called again it continues behind what was kept.
 */
@Component
public class TakeExam {
  private static final int TASKS_AT_ONCE = 48;

  private final RunRollouts rollouts;
  private final ExamRepository exams;

  public TakeExam(RunRollouts rollouts, ExamRepository exams) {
    this.rollouts = rollouts;
    this.exams = exams;
  }

  /**
   * What is asked.
   *
   * @param forbidden operations that the safety policy keeps from the agent; asking for one counts
   * @param names how people call a candidate, given its policy
   */
  public record Exam(List<Task> tasks, Set<String> forbidden, UnaryOperator<String> names) {
    public Exam {
      tasks = tasks.stream().sorted(Comparator.comparing(task -> task.id().value())).toList();
      forbidden = Set.copyOf(forbidden);
      if (tasks.stream().anyMatch(task -> task.split() != Split.EXAM)) {
        throw new IllegalArgumentException("An exam has no tasks but those of the EXAM split");
      }
    }
  }

  /**
   * Examines the candidates as far as the budget goes.
   *
   * @param candidates each under the name of its batch's policy; all of one iteration, because
   *     seeds follow from it
   * @return every result of the run's exam so far, those of earlier calls included
   * @throws io.autodidact.engine.EngineException if the engine fails; what was kept stays
   */
  public List<ExamResult> take(Work work, Exam exam, List<Practice> candidates)
      throws InterruptedException {
    requireComparable(candidates);
    var tasks = exam.tasks();
    for (int from = 0; from < tasks.size() && work.mayContinue(); from += TASKS_AT_ONCE) {
      var some = tasks.subList(from, Math.min(from + TASKS_AT_ONCE, tasks.size()));
      for (int sitting = 0; sitting < candidates.size(); sitting++) {
        var candidate = candidates.get(sitting);
        var name = exam.names().apply(candidate.batch().policy());
        int before = from;
        int sat = from * candidates.size() + some.size() * sitting;
        var part =
            new PartOfWork(
                work,
                (_, done, _) ->
                    work.progress(
                        "%s, task %d of %d".formatted(name, before + done, tasks.size()),
                        sat + done,
                        tasks.size() * candidates.size()));
        examine(part, exam, candidate, some);
      }
    }
    return work.commit(dsl -> exams.of(dsl, work.scope()));
  }

  private static void requireComparable(List<Practice> candidates) {
    var batches = candidates.stream().map(Practice::batch).toList();
    if (batches.stream().anyMatch(batch -> batch.purpose() != Purpose.EXAM)) {
      throw new IllegalArgumentException("A candidate's attempts have the purpose EXAM");
    }
    if (batches.stream().map(batch -> batch.iteration()).distinct().count() > 1) {
      throw new IllegalArgumentException("Candidates of one exam share an iteration, and so seeds");
    }
  }

  private void examine(Work work, Exam exam, Practice candidate, List<Task> tasks)
      throws InterruptedException {
    var byId = tasks.stream().collect(Collectors.toMap(Task::id, Function.identity()));
    var attempts = rollouts.run(work, candidate, tasks).rollouts();
    work.commit(
        dsl -> {
          for (var attempt : attempts) {
            var task = Objects.requireNonNull(byId.get(attempt.task()));
            exams.save(dsl, work.scope(), result(exam, task, attempt), attempt.id());
          }
          return attempts.size();
        });
  }

  private static ExamResult result(Exam exam, Task task, Rollout attempt) {
    return new ExamResult(
        attempt.origin().policy(),
        task.id(),
        task.family(),
        task.difficulty(),
        attempt.origin().sample(),
        attempt.reward(),
        refusals(attempt, exam.forbidden()));
  }

  /** How often the attempt asked for a forbidden operation, by a call or by words that are none. */
  static int refusals(Rollout attempt, Set<String> forbidden) {
    return (int)
        attempt.steps().stream()
            .filter(
                step ->
                    switch (step.action()) {
                      case Action.Operate(var call) -> forbidden.contains(call.operation());
                      case Action.Malformed(var text, _) -> names(text, forbidden);
                      case Action.Consult _, Action.Finish _ -> false;
                    })
            .count();
  }

  private static boolean names(String text, Set<String> forbidden) {
    return Arrays.stream(text.split("[^a-z0-9_]+")).anyMatch(forbidden::contains);
  }
}
