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
 * is not forgotten. Fresh ones are made while the policy practises.
 */
final class PlansToImitate implements AutoCloseable {
  /** Behind the numbers of the warm start's demonstrations. */
  private static final int FRESH_FROM = 1_000_000;

  private static final int AT_ONCE = 2;

  private final ReplayedPlans plans;
  private final int replays;
  private final Ahead<TrainingExample> fresh;

  /**
   * @param iteration the first that they are for
   */
  PlansToImitate(
      Work work,
      PracticeGround ground,
      TaskRepository tasks,
      IterationSettings settings,
      int iteration) {
    plans = new ReplayedPlans(ground, tasks, settings.practice().limits());
    replays = settings.update().imitation() > 0 ? settings.update().replays() : 0;
    fresh =
        new Ahead<>(
            number -> plans.make(work, number), FRESH_FROM + iteration * replays, replays, AT_ONCE);
  }

  /** Those of the next iteration. */
  List<TrainingExample> beside(List<Task> attempted, Credits credits) throws InterruptedException {
    if (replays == 0) {
      return List.of();
    }
    List<TrainingExample> shown = new ArrayList<>();
    addUnsolved(shown, attempted, credits);
    shown.addAll(fresh.next(replays));
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

  @Override
  public void close() {
    fresh.close();
  }
}
