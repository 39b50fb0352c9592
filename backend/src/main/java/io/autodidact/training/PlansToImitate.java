package io.autodidact.training;

import io.autodidact.attribution.CreditedRollout;
import io.autodidact.attribution.Credits;
import io.autodidact.job.Work;
import io.autodidact.task.Task;
import io.autodidact.task.TaskRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reference plans that an iteration imitates beside learning from its attempts: those of tasks
 * that no attempt solved, those of fresh tasks of every kind, so that what is not practised now is
 * not forgotten, and, where it is wanted, those of what failed attempts did instead. Fresh ones are
 * made while the policy practises.
 */
final class PlansToImitate implements AutoCloseable {
  /** Behind the numbers of the warm start's demonstrations. */
  private static final int FRESH_FROM = 1_000_000;

  private static final int AT_ONCE = 2;

  private final Work work;
  private final ReplayedPlans plans;
  private final Optional<HindsightTasks> hindsight;
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
    this.work = work;
    var limits = settings.practice().limits();
    plans = new ReplayedPlans(ground, tasks, limits);
    hindsight =
        settings.update().hindsight()
            ? Optional.of(new HindsightTasks(ground, tasks, limits))
            : Optional.empty();
    replays = settings.update().imitation() > 0 ? settings.update().replays() : 0;
    fresh =
        new Ahead<>(
            number -> plans.make(work, number), FRESH_FROM + iteration * replays, replays, AT_ONCE);
  }

  /**
   * Plans to imitate.
   *
   * @param inHindsight how many of them are of what failed attempts did
   */
  record Plans(List<TrainingExample> all, int inHindsight) {
    Plans {
      all = List.copyOf(all);
    }
  }

  /** Those of the next iteration. */
  Plans beside(List<Task> attempted, Credits credits) throws InterruptedException {
    if (replays == 0) {
      return new Plans(List.of(), 0);
    }
    List<TrainingExample> shown = new ArrayList<>();
    addUnsolved(shown, attempted, credits);
    int before = shown.size();
    if (hindsight.isPresent()) {
      var rollouts = credits.rollouts().stream().map(CreditedRollout::rollout).toList();
      shown.addAll(hindsight.get().from(work, attempted, rollouts));
    }
    int inHindsight = shown.size() - before;
    shown.addAll(fresh.next(replays));
    return new Plans(shown, inHindsight);
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
