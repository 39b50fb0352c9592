package io.autodidact.training;

import io.autodidact.job.Work;
import io.autodidact.rollout.GivenSteps;
import io.autodidact.task.Split;
import io.autodidact.task.StoredTask;
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
import java.util.stream.Collectors;

/** The tasks of one iteration: fresh ones of the families where there is most to learn. */
record IterationTasks(List<Task> tasks, Map<TaskId, Integer> given) implements GivenSteps {
  /** Behind the numbers of the warm start's tasks. */
  private static final long FIRST = 500_000_000;

  private static final long STRIDE = 1_000;
  private static final int TRIES = 3;

  /** Some families yield nothing, so more are chosen than tasks are wanted. */
  private static final int CHOICES_A_TASK = 4;

  /** No attempt is given more first steps than this. */
  private static final int MOST_GIVEN = 4;

  @Override
  public int of(Task task, int sample) {
    return given.getOrDefault(task.id(), 0);
  }

  /**
   * Chooses families, writes a task of each and keeps them all at once; those that an interrupted
   * iteration kept are taken as they are.
   */
  static IterationTasks write(
      Work work, PracticeGround ground, TaskRepository repository, Round round)
      throws InterruptedException {
    var rates = work.commit(dsl -> PracticeQueries.passRates(dsl, work.scope(), round.iteration()));
    Map<String, TaskFamily> families = trained(ground);
    Map<String, Integer> starts = new HashMap<>();
    families.keySet().forEach(name -> starts.put(name, MOST_GIVEN + 1));
    long seed = work.scope().learningRun().getLeastSignificantBits() + round.iteration();
    var choices =
        new ChooseFamilies(rates, new SplittableRandom(seed))
            .choose(starts, CHOICES_A_TASK * round.groups());
    var stored = stored(work, ground, repository, round.iteration());
    List<Task> tasks =
        stored.stream()
            .filter(one -> one.state() != StoredTask.State.DROPPED)
            .map(StoredTask::task)
            .toList();
    if (stored.isEmpty()) {
      tasks = fresh(work, ground, choices.stream().map(Choice::family).toList(), round);
      keep(work, repository, tasks);
    }
    Map<String, Integer> given = new HashMap<>();
    choices.forEach(choice -> given.putIfAbsent(choice.family(), choice.givenSteps()));
    return new IterationTasks(
        List.copyOf(tasks),
        tasks.stream()
            .collect(Collectors.toMap(Task::id, task -> given.getOrDefault(task.family(), 0))));
  }

  private static List<StoredTask> stored(
      Work work, PracticeGround ground, TaskRepository repository, int iteration) {
    long from = seed(ground, first(iteration));
    long before = seed(ground, first(iteration + 1));
    return work.commit(dsl -> repository.ofSeeds(dsl, work.scope(), from, before));
  }

  /** A task each of as many of the families as are wanted, those that yield one. */
  private static List<Task> fresh(Work work, PracticeGround ground, List<String> names, Round round)
      throws InterruptedException {
    var families = trained(ground);
    List<Task> tasks = new ArrayList<>();
    long number = first(round.iteration());
    for (String name : names) {
      var family = Objects.requireNonNull(families.get(name));
      if (tasks.size() < round.groups() && !ground.workshop().isFutile(family)) {
        written(ground, family, number).ifPresent(tasks::add);
        number += TRIES;
        work.progress("Writing new tasks", tasks.size(), round.groups());
      }
    }
    work.spend(Work.Resource.CALLS, ground.workshop().takeCalls());
    return tasks;
  }

  private static void keep(Work work, TaskRepository repository, List<Task> tasks) {
    work.commit(
        dsl -> {
          tasks.forEach(task -> repository.insert(dsl, work.scope(), task));
          return tasks.size();
        });
  }

  private static long first(int iteration) {
    return FIRST + STRIDE * iteration;
  }

  private static long seed(PracticeGround ground, long number) {
    return ground.syllabus().lesson(Split.TRAIN, number).episodeSeed();
  }

  /** Which iteration, and how many tasks it wants. */
  record Round(int iteration, int groups) {}

  private static Map<String, TaskFamily> trained(PracticeGround ground) {
    var examOnly = ground.syllabus().examOnly();
    Map<String, TaskFamily> families = new HashMap<>();
    for (var family : ground.workshop().families()) {
      if (!examOnly.contains(family.name())) {
        families.put(family.name(), family);
      }
    }
    return families;
  }

  private static Optional<Task> written(PracticeGround ground, TaskFamily family, long number)
      throws InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      if (ground.workshop().write(family, Split.TRAIN, seed(ground, number + i))
          instanceof Written.Kept kept) {
        return Optional.of(kept.task());
      }
    }
    return Optional.empty();
  }
}
