package io.autodidact.training;

import io.autodidact.attribution.AttributeRollouts;
import io.autodidact.attribution.Credits;
import io.autodidact.engine.Engine;
import io.autodidact.engine.EngineException;
import io.autodidact.job.MeteredWork;
import io.autodidact.job.PartOfWork;
import io.autodidact.job.Work;
import io.autodidact.rollout.Batch;
import io.autodidact.rollout.Practice;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.rollout.RunRollouts;
import io.autodidact.task.Task;
import io.autodidact.task.TaskRepository;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Learns from practice: fresh tasks where there is most to learn, groups of attempts with the
 * current weights, credit for every step, optimiser steps, a checkpoint; again and again. An
 * iteration is finished with its checkpoint; picked up in the middle it goes on with the attempts
 * that are kept, and trains on them from the weights that made them.
 */
@Component
public class Iterate {
  private final TrainingRecords records;
  private final RunRollouts runRollouts;
  private final AttributeRollouts attributeRollouts;
  private final TaskRepository tasks;
  private final InstantSource clock;

  public Iterate(
      TrainingRecords records,
      RunRollouts runRollouts,
      AttributeRollouts attributeRollouts,
      TaskRepository tasks,
      InstantSource clock) {
    this.records = records;
    this.runRollouts = runRollouts;
    this.attributeRollouts = attributeRollouts;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** What the phase needs from its surroundings. */
  public record Means(
      Engine engine,
      AdapterShape shape,
      PracticeGround ground,
      Validation validation,
      Distillation distillation) {}

  /**
   * Runs the phase, or goes on with it behind its last checkpoint; answers the checkpoint that did
   * best on the validation tasks, the warm start's included.
   *
   * @throws EngineException if the engine is lost again and again, or fails for good
   */
  public Checkpoint run(Work whole, Means means, IterationSettings settings)
      throws InterruptedException {
    var work = new MeteredWork(whole);
    return new Persevere(work, means.engine(), means.shape(), records)
        .through(
            session -> {
              try (var stretch = new Stretch(work, means, settings, session)) {
                return stretch.run();
              }
            });
  }

  /** The phase from one start of the engine or the backend to its end. */
  private final class Stretch implements AutoCloseable {
    private final MeteredWork work;
    private final Means means;
    private final IterationSettings settings;
    private final TrainingSession session;
    private final Instant start = clock.instant();
    private final Duration before;
    private final PlansToImitate plans;
    private Duration longest;
    private Duration validating = Duration.ZERO;
    private Checkpoint current;

    Stretch(MeteredWork work, Means means, IterationSettings settings, TrainingSession session)
        throws InterruptedException {
      this.work = work;
      this.means = means;
      this.settings = settings;
      this.session = session;
      before =
          session
              .last()
              .filter(last -> last.phase() == Phase.ITERATION)
              .map(Checkpoint::used)
              .orElse(Duration.ZERO);
      current =
          session.last().isPresent()
              ? session.last().get()
              : session.checkpoint(Phase.WARM_START, 0, Duration.ZERO);
      longest = before.dividedBy(Math.max(1, current.iteration()));
      plans = new PlansToImitate(work, means.ground(), tasks, settings, current.iteration() + 1);
    }

    Checkpoint run() throws InterruptedException {
      while (work.mayContinue()
          && leavesRoom()
          && current.iteration() < settings.mostIterations()) {
        Instant begun = clock.instant();
        if (!iteration(current.iteration() + 1)) {
          break;
        }
        Duration took = Duration.between(begun, clock.instant());
        longest = took.compareTo(longest) > 0 ? took : longest;
        if (current.iteration() % settings.validateEvery() == 0) {
          validate();
        }
      }
      if (work.mayContinue() && current.validation().isEmpty()) {
        validate();
      }
      return work.commit(dsl -> records.checkpoints().best(dsl, work.scope())).orElse(current);
    }

    /** Whether another iteration, and the test after it, fit into the phase's share of the time. */
    private boolean leavesRoom() {
      return used().plus(longest).plus(validating).compareTo(settings.share()) < 0;
    }

    /** One iteration; false if the budget ended it before its attempts were complete. */
    private boolean iteration(int number) throws InterruptedException {
      var log = new IterationLog(number, clock);
      work.takeSpent(); // What was spent before it is not its cost.
      var part = partOf(number);
      part.progress("writing new tasks", 0, settings.groups());
      var round = new IterationTasks.Round(number, settings.groups());
      var chosen = IterationTasks.write(part, means.ground(), tasks, round);
      log.partIsOver();
      var rollouts = practise(part, number, chosen);
      log.partIsOver();
      if (!work.mayContinue()) {
        return false;
      }
      var credits =
          attributeRollouts.attribute(
              part,
              means.ground().episodes().operations(),
              chosen.tasks(),
              rollouts,
              settings.advantages());
      log.partIsOver();
      var shown = train(part, number, chosen.tasks(), credits, log);
      log.partIsOver();
      current = session.checkpoint(Phase.ITERATION, number, used());
      means.distillation().distil(work, chosen.tasks(), rollouts);
      var left = settings.share().minus(used());
      work.tell("iteration", log.report(rollouts, credits, shown, work.takeSpent(), left));
      return true;
    }

    /** Work that tells which iteration it is, on the bar of the phase's share of the time. */
    private Work partOf(int iteration) {
      return new PartOfWork(
          work,
          (doing, _, _) ->
              work.progress(
                  "Round %d: %s".formatted(iteration, doing.toLowerCase(Locale.ROOT)),
                  (int) used().toSeconds(),
                  (int) settings.share().toSeconds()));
    }

    private List<Rollout> practise(Work part, int number, IterationTasks chosen)
        throws InterruptedException {
      var batch = new Batch(Purpose.PRACTICE, "trained", session.seq(), number);
      var sampler = means.engine().sampler(current.samplerPath());
      var ground = means.ground();
      var practice =
          new Practice(
              ground.episodes(),
              ground.context(),
              sampler,
              batch,
              settings.practice().startingAt(chosen));
      return runRollouts.run(part, practice, chosen.tasks()).rollouts();
    }

    private PlansToImitate.Plans train(
        Work part, int number, List<Task> attempted, Credits credits, IterationLog log)
        throws InterruptedException {
      part.progress("replaying plans to learn from beside them", 0, 1);
      var shown = plans.beside(attempted, credits);
      double progress = (double) used().toMillis() / settings.share().toMillis();
      var update = settings.update().cooled(progress);
      var lesson = new UpdatePolicy.Lesson(number, credits, shown.all(), update);
      new UpdatePolicy(means.engine(), records, session).learn(part, lesson, log);
      return shown;
    }

    private void validate() throws InterruptedException {
      Instant begun = clock.instant();
      double success = means.validation().success(partOf(current.iteration()), current);
      validating = Duration.between(begun, clock.instant());
      current = session.validated(success);
      work.tell(
          "validation",
          Map.of(
              "iteration", current.iteration(),
              "success", success,
              "text", Validation.inWords(success)));
    }

    private Duration used() {
      return before.plus(Duration.between(start, clock.instant()));
    }

    @Override
    public void close() {
      plans.close();
    }
  }
}
