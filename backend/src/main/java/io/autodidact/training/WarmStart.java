package io.autodidact.training;

import io.autodidact.engine.Engine;
import io.autodidact.engine.EngineException;
import io.autodidact.engine.TrainableModel.Loss;
import io.autodidact.job.PartOfWork;
import io.autodidact.job.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Teaches a policy that can not do the work yet: cross-entropy on its own reference plans, over
 * ever fresh tasks, until the phase's share of the time is used or success stops rising.
 *
 * <p>The loss is the mean over the agent's tokens of a batch, as that of the iterations is: Adam's
 * moments go on from one phase to the other, so gradients must keep their scale. With sums here,
 * the first dozens of iterations' steps would move the weights by a hundredth of what they should.
 */
@Component
public class WarmStart {
  /** Success from which on practice teaches more than imitation. */
  private static final double ENOUGH = 0.9;

  private static final int WITHOUT_RISE = 2;

  private final TrainingRecords records;
  private final InstantSource clock;

  public WarmStart(TrainingRecords records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  /** What the phase needs from its surroundings. */
  public record Means(
      Engine engine, AdapterShape shape, Demonstrations demonstrations, Validation validation) {}

  /**
   * Runs the phase, or goes on with it behind its last checkpoint; answers the checkpoint it ends
   * with.
   *
   * @throws EngineException if the engine is lost again and again, or fails for good
   */
  public Checkpoint run(Work work, Means means, WarmStartSettings settings)
      throws InterruptedException {
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
    private final Work work;
    private final Means means;
    private final WarmStartSettings settings;
    private final TrainingSession session;
    private final Ahead<TrainingExample> examples;
    private final Duration before;
    private final Instant start = clock.instant();
    private final Successes successes;
    private Duration training = Duration.ZERO;
    private Duration engineTime = Duration.ZERO;
    private long tokens;

    Stretch(Work work, Means means, WarmStartSettings settings, TrainingSession session) {
      this.work = work;
      this.means = means;
      this.settings = settings;
      this.session = session;
      before = session.last().map(Checkpoint::used).orElse(Duration.ZERO);
      successes =
          new Successes(work.commit(dsl -> records.checkpoints().validations(dsl, work.scope())));
      examples =
          new Ahead<>(
              number -> means.demonstrations().make(work, number),
              session.seq() * settings.batch(),
              2 * settings.batch(),
              2);
    }

    Checkpoint run() throws InterruptedException {
      while (work.mayContinue() && !schedule().isOver() && !isEnough()) {
        step();
        if (schedule().validationIsDue(successes.count())) {
          validate();
        } else if (session.seq() % settings.checkpointEvery() == 0) {
          session.checkpoint(Phase.WARM_START, 0, used());
        }
      }
      var last = session.checkpointed(Phase.WARM_START, 0, used());
      if (work.mayContinue() && last.validation().isEmpty() && settings.validations() > 0) {
        last = validate();
      }
      work.tell("warm-start", report(last));
      return last;
    }

    private void step() throws InterruptedException {
      Instant asked = clock.instant();
      var batch = examples.next(settings.batch());
      int own = batch.stream().mapToInt(TrainingExample::agentTokens).sum();
      var mean = batch.stream().map(one -> Examples.weighted(one, 1f / own)).toList();
      var pass = new OptimiserStep.Pass(new Loss.CrossEntropy(), mean);
      var step = new OptimiserStep(Phase.WARM_START, 0, schedule().learningRate(), List.of(pass));
      var applied = session.apply(step);
      engineTime = engineTime.plus(applied.engine());
      training = training.plus(Duration.between(asked, clock.instant()));
      tokens += step.tokens();
      double loss = applied.metrics().getOrDefault("loss:sum", Double.NaN);
      progress("Imitating its own plans, step %d, loss %.3f".formatted(session.seq(), loss));
    }

    /** The bar is the phase's share of the time. */
    private void progress(String doing) {
      work.progress(doing, (int) used().toSeconds(), (int) settings.share().toSeconds());
    }

    private Checkpoint validate() throws InterruptedException {
      var checkpoint = session.checkpointed(Phase.WARM_START, 0, used());
      var part =
          new PartOfWork(
              work,
              (_, done, total) -> progress("Testing itself, task %d of %d".formatted(done, total)));
      double success = means.validation().success(part, checkpoint);
      successes.add(success);
      work.tell(
          "validation",
          Map.of(
              "steps", checkpoint.seq(),
              "success", success,
              "text", Validation.inWords(success)));
      return session.validated(success);
    }

    private boolean isEnough() {
      return successes.last() >= ENOUGH
          || (schedule().progress() > 0.5 && successes.withoutRise() >= WITHOUT_RISE);
    }

    private WarmStartSchedule schedule() {
      return new WarmStartSchedule(settings, used(), session.seq());
    }

    private Duration used() {
      return before.plus(Duration.between(start, clock.instant()));
    }

    private WarmStartReport report(Checkpoint last) {
      double engine = Math.max(1, engineTime.toMillis());
      return new WarmStartReport(
          last.seq(),
          used().toSeconds(),
          tokens,
          1000 * tokens / engine,
          1 - engine / Math.max(engine, training.toMillis()),
          last.validation().orElse(Double.NaN));
    }

    @Override
    public void close() {
      examples.close();
    }
  }
}
