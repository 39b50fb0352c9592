package io.autodidact.training;

import io.autodidact.attribution.Credits;
import io.autodidact.job.Work;
import io.autodidact.task.Task;
import io.autodidact.task.TaskRepository;
import java.util.ArrayList;
import java.util.List;

/**
 * The reference plans that an iteration imitates beside learning from its attempts: those of tasks
 * that no attempt solved, and those of fresh tasks of every kind, so that what is not practised now
 * is not forgotten.
 */
final class PlansToImitate {
  /** Behind the numbers of the warm start's demonstrations. */
  private static final int FRESH_FROM = 1_000_000;

  private final ReplayedPlans plans;
  private final IterationSettings.Update update;

  PlansToImitate(PracticeGround ground, TaskRepository tasks, IterationSettings settings) {
    this.plans = new ReplayedPlans(ground, tasks, settings.practice().limits());
    this.update = settings.update();
  }

  /** None if the settings give imitation no weight. */
  List<TrainingExample> beside(Work work, int iteration, List<Task> attempted, Credits credits)
      throws InterruptedException {
    List<TrainingExample> shown = new ArrayList<>();
    if (update.imitation() > 0) {
      addUnsolved(shown, attempted, credits);
      for (int i = 0; i < update.replays(); i++) {
        shown.add(plans.make(work, FRESH_FROM + iteration * update.replays() + i));
      }
    }
    return List.copyOf(shown);
  }

  private void addUnsolved(List<TrainingExample> shown, List<Task> attempted, Credits credits)
      throws InterruptedException {
    var solved =
        credits.rollouts().stream()
            .filter(one -> one.rollout().reward() > 0)
            .map(one -> one.rollout().task())
            .toList();
    for (var task : attempted) {
      if (!solved.contains(task.id())) {
        plans.of(task).ifPresent(shown::add);
      }
    }
  }
}
