package io.autodidact.training;

import io.autodidact.job.Refusal;
import io.autodidact.job.Work;
import io.autodidact.rollout.Limits;
import io.autodidact.rollout.ReferenceTrajectory;
import io.autodidact.rollout.ReferenceTrajectory.Shown;
import io.autodidact.rollout.TrainingView;
import io.autodidact.task.FreshTasks;
import io.autodidact.task.PlanReplay;
import io.autodidact.task.Task;
import io.autodidact.task.TaskRepository;
import java.util.Optional;

/** Demonstrations made by carrying out the reference plans of fresh tasks in fresh episodes. */
public final class ReplayedPlans implements Demonstrations {
  /**
   * Attempts at a task that one number may use up; keeps numbers apart. Neighbours begin at
   * different places of the syllabus, so that demonstrations are as hard as its lessons are.
   */
  private static final long STRIDE = 205;

  /** Behind the tasks a run begins with. */
  private static final long FIRST = 100_000;

  private static final int TRIES = 4;

  private final PracticeGround ground;
  private final TaskRepository tasks;
  private final ReferenceTrajectory reference;

  public ReplayedPlans(PracticeGround ground, TaskRepository tasks, Limits limits) {
    this.ground = ground;
    this.tasks = tasks;
    this.reference = new ReferenceTrajectory(ground.context(), limits);
  }

  @Override
  public TrainingExample make(Work work, int number) throws InterruptedException {
    var fresh = new FreshTasks(ground.workshop(), ground.syllabus(), FIRST + STRIDE * number);
    String reason = "";
    for (int tries = 0; tries < TRIES; tries++) {
      var kept = fresh.take();
      work.spend(Work.Resource.CALLS, ground.workshop().takeCalls());
      if (kept.isEmpty()) {
        break;
      }
      var task = kept.get().task();
      switch (reference.of(task, kept.get().replay())) {
        case Shown.Turns turns -> {
          keep(work, task);
          return example(task, turns);
        }
        case Shown.NotShowable(String why) -> reason = why;
      }
    }
    throw new Refusal(
        "No training task could be made that the agent can be shown. Look at the findings of the"
            + " exploration. Last reason: "
            + (reason.isEmpty() ? "the software refused" : reason));
  }

  /** The reference plan of a task as turns of the agent, where it can be shown so. */
  Optional<TrainingExample> of(Task task) throws InterruptedException {
    return show(task) instanceof Shown.Turns turns
        ? Optional.of(example(task, turns))
        : Optional.empty();
  }

  private Shown show(Task task) throws InterruptedException {
    try (var episode = ground.episodes().open(task.episodeSeed())) {
      var replay = PlanReplay.of(task.plan(), episode);
      return replay.succeeded()
          ? reference.of(task, replay)
          : new Shown.NotShowable(replay.problem().orElseThrow());
    }
  }

  private void keep(Work work, Task task) {
    work.commit(
        dsl -> {
          tasks.insert(dsl, work.scope(), task);
          return task;
        });
  }

  /** One sequence a plan: prompts only grow in the context that demonstrations are made with. */
  private static TrainingExample example(Task task, Shown.Turns turns) {
    return Examples.imitation(task.id(), TrainingView.of(turns).sequences().getLast());
  }
}
