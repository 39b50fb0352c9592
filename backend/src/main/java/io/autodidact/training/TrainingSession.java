package io.autodidact.training;

import io.autodidact.engine.Datum;
import io.autodidact.engine.Engine;
import io.autodidact.engine.EngineException;
import io.autodidact.engine.TrainableModel;
import io.autodidact.job.Work;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The weights of a learning run while they are trained. Each optimiser step is announced in the
 * database, applied under the model's next number, then marked. Resumed, it stands at the last
 * checkpoint: steps behind that are lost in the engine and taken out of the database alike.
 */
final class TrainingSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingSession.class);

  private final Work work;
  private final TrainableModel model;
  private final TrainingRecords records;
  private @Nullable Checkpoint last;
  private int seq;

  private TrainingSession(
      Work work, TrainableModel model, TrainingRecords records, @Nullable Checkpoint last) {
    this.work = work;
    this.model = model;
    this.records = records;
    this.last = last;
    this.seq = last == null ? 0 : last.seq();
  }

  /**
   * Makes a model on the engine that stands at the run's last whole checkpoint, or at its
   * beginning.
   *
   * @throws io.autodidact.job.Refusal if there are checkpoints and none of them can be read
   */
  static TrainingSession resume(
      Work work, Engine engine, TrainingRecords records, AdapterShape shape)
      throws InterruptedException {
    var found = new LastWholeCheckpoint(work, engine, records).load(shape);
    return new TrainingSession(work, found.model(), records, found.checkpoint().orElse(null));
  }

  /** Optimiser steps the weights have seen. */
  int seq() {
    return seq;
  }

  Optional<Checkpoint> last() {
    return Optional.ofNullable(last);
  }

  /** Log-probabilities of the targets under the current weights. */
  List<float[]> logprobs(List<Datum> data) throws InterruptedException {
    return model.logprobs(data);
  }

  /**
   * What a step did.
   *
   * @param metrics of the engine, summed over the passes
   * @param engine the time it took the engine
   */
  record Applied(Map<String, Double> metrics, Duration engine) {}

  /** Applies one step. */
  Applied apply(OptimiserStep step) throws InterruptedException {
    int next = seq + 1;
    run(dsl -> records.steps().announce(dsl, work.scope(), next, step));
    long start = System.nanoTime();
    Map<String, Double> metrics = new HashMap<>();
    for (var pass : step.passes()) {
      var data = pass.examples().stream().map(TrainingExample::datum).toList();
      model
          .forwardBackward(data, pass.loss())
          .forEach((name, value) -> metrics.merge(name, value, Double::sum));
    }
    model.optimStep(step.learningRate());
    var engine = Duration.ofNanos(System.nanoTime() - start);
    long milliseconds = engine.toMillis();
    work.book(
        (dsl, spending) -> {
          records.steps().applied(dsl, work.scope(), next, metrics, milliseconds);
          spending.spend(Work.Resource.TRAINED_TOKENS, step.tokens());
          spending.spend(Work.Resource.ENGINE_MILLISECONDS, milliseconds);
          return next;
        });
    seq = next;
    return new Applied(Map.copyOf(metrics), engine);
  }

  /** Keeps the weights as they are now; the run goes on from here after whatever happens next. */
  Checkpoint checkpoint(Phase phase, int iteration, Duration used) throws InterruptedException {
    String name = "%s-%05d".formatted(work.scope().learningRun(), seq);
    var kept =
        new Checkpoint(
            seq,
            phase,
            iteration,
            model.saveWeights(name),
            model.saveForSampler(name),
            used,
            OptionalDouble.empty());
    run(dsl -> records.checkpoints().add(dsl, work.scope(), kept));
    last = kept;
    return kept;
  }

  /** The last checkpoint if it holds the weights as they are now, else a new one. */
  Checkpoint checkpointed(Phase phase, int iteration, Duration used) throws InterruptedException {
    if (last != null && last.seq() == seq && last.iteration() == iteration) {
      return last;
    }
    return checkpoint(phase, iteration, used);
  }

  /** Notes the success of the last checkpoint. */
  Checkpoint validated(double success) {
    var measured = Objects.requireNonNull(last).with(success);
    run(dsl -> records.checkpoints().validated(dsl, work.scope(), measured));
    last = measured;
    return measured;
  }

  /** Frees the model on the engine; what was kept stays. An engine that is lost has freed it. */
  @Override
  public void close() throws InterruptedException {
    try {
      model.unload();
    } catch (EngineException e) {
      LOG.info("The engine did not unload a model: {}", e.getMessage());
    }
  }

  private void run(Consumer<DSLContext> change) {
    work.commit(
        dsl -> {
          change.accept(dsl);
          return true;
        });
  }
}
