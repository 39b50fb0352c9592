package io.autodidact.rollout;

import io.autodidact.connector.ConnectorException;
import io.autodidact.connector.ConnectorException.Fault;
import io.autodidact.job.Together;
import io.autodidact.job.Work;
import io.autodidact.task.Task;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Lets a policy attempt tasks, a group of attempts each, every attempt in an episode of its own and
 * kept whole or not at all. Called again it continues behind what was kept.
 */
@Component
public class RunRollouts {
  private final RolloutRepository rollouts;
  private final Guidance guidance;
  private final Clock clock;

  public RunRollouts(RolloutRepository rollouts, Guidance guidance, Clock clock) {
    this.rollouts = rollouts;
    this.guidance = guidance;
    this.clock = clock;
  }

  /**
   * The attempts that are kept now.
   *
   * @param voided attempts given up because the software did not answer; they count as nothing
   */
  public record Practised(List<Rollout> rollouts, int voided) {
    public Practised {
      rollouts = List.copyOf(rollouts);
    }
  }

  /**
   * Attempts every task {@code samples} times, as far as the budget goes.
   *
   * @throws io.autodidact.engine.EngineException if the engine fails; what was kept stays
   * @throws ConnectorException if the software answered none of the attempts
   */
  public Practised run(Work work, Practice practice, List<Task> tasks) throws InterruptedException {
    var ids = tasks.stream().map(Task::id).toList();
    var kept = work.commit(dsl -> rollouts.of(dsl, work.scope(), practice.batch(), ids));
    var settings = practice.settings();
    var places = new Semaphore(Math.max(settings.atOnce(), settings.samples()), true);
    var keeping = new KeepAttempts(work, rollouts, kept.size(), tasks.size() * settings.samples());
    var groups = new ArrayList<Callable<List<Optional<Rollout>>>>();
    for (var task : tasks) {
      var missing = missing(task, settings.samples(), kept);
      if (!missing.isEmpty()) {
        groups.add(() -> group(work, practice, task, missing, places, keeping));
      }
    }
    var fresh = Together.all(groups).stream().flatMap(List::stream).toList();
    var all = new ArrayList<>(kept);
    fresh.forEach(one -> one.ifPresent(all::add));
    int voided = (int) fresh.stream().filter(Optional::isEmpty).count();
    if (voided > 0 && voided == fresh.size()) {
      throw new ConnectorException(
          Fault.SOFTWARE,
          "The software does not answer: none of %d attempts could be made. See that it runs."
              .formatted(voided));
    }
    return new Practised(all, voided);
  }

  private static List<Integer> missing(Task task, int samples, List<Rollout> kept) {
    var there =
        kept.stream()
            .filter(rollout -> rollout.task().equals(task.id()))
            .map(rollout -> rollout.origin().sample())
            .toList();
    return IntStream.range(0, samples).boxed().filter(one -> !there.contains(one)).toList();
  }

  private List<Optional<Rollout>> group(
      Work work,
      Practice practice,
      Task task,
      List<Integer> missing,
      Semaphore places,
      KeepAttempts keeping)
      throws InterruptedException {
    places.acquire(missing.size());
    if (!work.mayContinue()) {
      places.release(missing.size());
      return List.of();
    }
    var lessons =
        practice.settings().withLessons() == 0
            ? List.<Guidance.Lesson>of()
            : guidance.recall(work, task.request());
    var attempts = new AttemptTask(practice, clock);
    var group = new RolloutGroup(practice, work.scope(), task, lessons, attempts);
    return group.run(
        missing,
        rollout -> {
          keeping.keep(task, rollout);
          places.release();
        });
  }
}
