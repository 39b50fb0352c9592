package io.autodidact.learning;

import io.autodidact.engine.Engine;
import io.autodidact.job.Refusal;
import io.autodidact.job.Work;
import io.autodidact.training.CheckpointRepository;
import org.springframework.stereotype.Component;

/** The weights of a run that did best on its validation tasks. */
@Component
class BestAdapter {
  private final Engine engine;
  private final CheckpointRepository checkpoints;

  BestAdapter(Engine engine, CheckpointRepository checkpoints) {
    this.engine = engine;
    this.checkpoints = checkpoints;
  }

  /**
   * A PEFT directory as a tar archive.
   *
   * @throws Refusal if nothing was learned
   */
  byte[] download(Work work) throws InterruptedException {
    var best =
        work.commit(dsl -> checkpoints.best(dsl, work.scope()))
            .orElseThrow(() -> new Refusal("There is nothing to release: nothing was learned."));
    return engine.downloadAdapter(best.samplerPath());
  }
}
