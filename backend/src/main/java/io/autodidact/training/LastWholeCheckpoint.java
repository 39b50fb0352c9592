package io.autodidact.training;

import io.autodidact.engine.Engine;
import io.autodidact.engine.TrainableModel;
import io.autodidact.engine.UnreadableCheckpoint;
import io.autodidact.job.Refusal;
import io.autodidact.job.Work;
import io.autodidact.rollout.RolloutRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a run can go on from: its newest checkpoint that the engine can read. Newer ones, and
 * what was done with their weights, are taken out of the books and told of by name.
 */
record LastWholeCheckpoint(Work work, Engine engine, TrainingRecords records) {
  /** A model that stands at the checkpoint; at the beginning where there is none. */
  record Loaded(TrainableModel model, Optional<Checkpoint> checkpoint) {}

  Loaded load(AdapterShape shape) throws InterruptedException {
    var checkpoints = work.commit(dsl -> records.checkpoints().newestFirst(dsl, work.scope()));
    var unreadable = new ArrayList<Lost>();
    for (var checkpoint : checkpoints) {
      var model = engine.createModel(shape.rank(), shape.seed());
      try {
        model.loadWeights(checkpoint.weightsPath());
        engine.sampler(checkpoint.samplerPath());
        goBackTo(checkpoint, unreadable);
        return new Loaded(model, Optional.of(checkpoint));
      } catch (UnreadableCheckpoint e) {
        model.unload();
        unreadable.add(new Lost(checkpoint, String.valueOf(e.getMessage())));
      }
    }
    if (!unreadable.isEmpty()) {
      throw new Refusal(
          "None of the run's %d checkpoints can be read. The newest: %s Restore the engine's data from a backup and resume, or start a new run."
              .formatted(unreadable.size(), unreadable.getFirst().reason()));
    }
    discardBehind(0, List.of());
    return new Loaded(engine.createModel(shape.rank(), shape.seed()), Optional.empty());
  }

  private record Lost(Checkpoint checkpoint, String reason) {}

  private void goBackTo(Checkpoint whole, List<Lost> unreadable) {
    discardBehind(whole.seq(), unreadable);
    for (var lost : unreadable) {
      work.tell(
          "checkpoint-unreadable",
          Map.of(
              "text",
              "The checkpoint after step %d can not be read, the run goes on from the one after step %d: %s"
                  .formatted(lost.checkpoint().seq(), whole.seq(), lost.reason()),
              "path",
              lost.checkpoint().weightsPath(),
              "goesOnFromStep",
              whole.seq()));
    }
  }

  /** Steps that are in no weights any more have not happened; neither have attempts with them. */
  private void discardBehind(int seq, List<Lost> unreadable) {
    work.book(
        (dsl, spending) -> {
          unreadable.forEach(
              lost -> records.checkpoints().discard(dsl, work.scope(), lost.checkpoint()));
          long trained = records.steps().discardBehind(dsl, work.scope(), seq);
          long sampled = RolloutRepository.discardBehind(dsl, work.scope(), seq);
          spending.spend(Work.Resource.TRAINED_TOKENS, -trained);
          spending.spend(Work.Resource.SAMPLED_TOKENS, -sampled);
          return trained + sampled;
        });
  }
}
