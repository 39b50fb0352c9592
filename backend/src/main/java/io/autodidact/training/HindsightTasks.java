package io.autodidact.training;

import io.autodidact.job.Work;
import io.autodidact.rollout.Action;
import io.autodidact.rollout.Limits;
import io.autodidact.rollout.ReferenceTrajectory;
import io.autodidact.rollout.ReferenceTrajectory.Shown;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.rollout.Step;
import io.autodidact.task.PlanReplay.Done;
import io.autodidact.task.Split;
import io.autodidact.task.Task;
import io.autodidact.task.TaskFamily;
import io.autodidact.task.TaskRepository;
import io.autodidact.task.TaskWorkshop.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What failed attempts really changed, put into words, is a task of its own that they solved: its
 * plan can be imitated (hindsight experience replay, Andrychowicz et al. 2017, arXiv 1707.01495).
 * Only of TRAIN attempts, only of kinds of work that are trained, and only where doing it again in
 * fresh episodes passes the task's own checks.
 */
final class HindsightTasks {
  /** Each takes three episodes to prove. */
  private static final int MOST = 6;

  private final PracticeGround ground;
  private final TaskRepository tasks;
  private final ReferenceTrajectory reference;

  HindsightTasks(PracticeGround ground, TaskRepository tasks, Limits limits) {
    this.ground = ground;
    this.tasks = tasks;
    this.reference = new ReferenceTrajectory(ground.context(), limits);
  }

  /** Plans to imitate, the same for the same attempts. */
  List<TrainingExample> from(Work work, List<Task> attempted, List<Rollout> rollouts)
      throws InterruptedException {
    var examples = new ArrayList<TrainingExample>();
    var asked = new HashSet<String>();
    for (var task : attempted) {
      asked.add(task.request());
      for (var rollout : failures(task, rollouts)) {
        if (examples.size() < MOST && work.mayContinue()) {
          of(work, task, rollout, asked).ifPresent(examples::add);
        }
      }
    }
    work.spend(Work.Resource.CALLS, ground.workshop().takeCalls());
    return List.copyOf(examples);
  }

  private static List<Rollout> failures(Task task, List<Rollout> rollouts) {
    return rollouts.stream()
        .filter(rollout -> rollout.task().equals(task.id()) && rollout.split() == Split.TRAIN)
        .filter(rollout -> rollout.origin().purpose() == Purpose.PRACTICE && rollout.reward() == 0)
        .toList();
  }

  private Optional<TrainingExample> of(Work work, Task task, Rollout rollout, Set<String> asked)
      throws InterruptedException {
    var done = rollout.steps().stream().flatMap(HindsightTasks::done).toList();
    var written = ground.workshop().inHindsight(trained(), done, task.episodeSeed());
    if (!(written instanceof Written.Kept kept)
        || !(reference.of(kept.task(), kept.replay()) instanceof Shown.Turns turns)
        || !asked.add(kept.task().request())) {
      return Optional.empty();
    }
    work.commit(
        dsl -> {
          tasks.insertInHindsight(dsl, work.scope(), kept.task(), rollout.id().value());
          return kept;
        });
    return Optional.of(ReplayedPlans.example(kept.task(), turns));
  }

  private static Stream<Done> done(Step step) {
    return step.action() instanceof Action.Operate(var call)
        ? step.observation().outcome().map(outcome -> new Done(call, outcome)).stream()
        : Stream.empty();
  }

  private List<TaskFamily> trained() {
    var examOnly = ground.syllabus().examOnly();
    return ground.workshop().families().stream()
        .filter(family -> !examOnly.contains(family.name()))
        .toList();
  }
}
