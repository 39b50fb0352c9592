package io.autodidact.training;

import io.autodidact.job.Work;
import io.autodidact.rollout.GivenSteps;
import io.autodidact.task.Split;
import io.autodidact.task.Task;
import io.autodidact.task.TaskFamily;
import io.autodidact.task.TaskId;
import io.autodidact.task.TaskRepository;
import io.autodidact.task.TaskWorkshop.Written;
import io.autodidact.training.ChooseFamilies.Choice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/** The tasks of one iteration: fresh ones of the families where there is most to learn. */
record IterationTasks(List<Task> tasks, Map<TaskId, Integer> given) implements GivenSteps {
  /** Behind the numbers of the warm start's tasks. */
  private static final long FIRST = 500_000_000;

  private static final long STRIDE = 1_000;
  private static final int TRIES = 3;

  /** No attempt is given more first steps than this. */
  private static final int MOST_GIVEN = 4;

  @Override
  public int of(Task task, int sample) {
    return given.getOrDefault(task.id(), 0);
  }

  /** Chooses families, writes a task of each and keeps them; equal arguments give equal tasks. */
  static IterationTasks write(
      Work work, PracticeGround ground, TaskRepository repository, Round round)
      throws InterruptedException {
    var rates = work.commit(dsl -> PracticeQueries.passRates(dsl, work.scope(), round.iteration()));
    Map<String, TaskFamily> families = trained(ground);
    Map<String, Integer> starts = new HashMap<>();
    families.keySet().forEach(name -> starts.put(name, MOST_GIVEN + 1));
    long seed = work.scope().learningRun().getLeastSignificantBits() + round.iteration();
    var choices = new ChooseFamilies(rates, new SplittableRandom(seed));
    List<Task> tasks = new ArrayList<>();
    Map<TaskId, Integer> given = new HashMap<>();
    long number = FIRST + STRIDE * round.iteration();
    for (Choice choice : choices.choose(starts, 2 * round.groups())) {
      number += TRIES;
      if (tasks.size() < round.groups()) {
        written(ground, Objects.requireNonNull(families.get(choice.family())), number)
            .ifPresent(
                task -> {
                  tasks.add(task);
                  given.put(task.id(), choice.givenSteps());
                });
      }
    }
    work.spend(Work.Resource.CALLS, ground.workshop().takeCalls());
    work.commit(
        dsl -> {
          tasks.forEach(task -> repository.insert(dsl, work.scope(), task));
          return tasks.size();
        });
    return new IterationTasks(List.copyOf(tasks), Map.copyOf(given));
  }

  /** Which iteration, and how many tasks it wants. */
  record Round(int iteration, int groups) {}

  private static Map<String, TaskFamily> trained(PracticeGround ground) {
    var examOnly = ground.syllabus().examOnly();
    Map<String, TaskFamily> families = new HashMap<>();
    for (var family : ground.workshop().families()) {
      if (!examOnly.contains(family.name()) && !ground.workshop().isFutile(family)) {
        families.put(family.name(), family);
      }
    }
    return families;
  }

  private static Optional<Task> written(PracticeGround ground, TaskFamily family, long number)
      throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      long seed = ground.syllabus().lesson(Split.TRAIN, number + i).episodeSeed();
      if (ground.workshop().write(family, Split.TRAIN, seed) instanceof Written.Kept kept) {
        return Optional.of(kept.task());
      }
    }
    return Optional.empty();
  }
}
