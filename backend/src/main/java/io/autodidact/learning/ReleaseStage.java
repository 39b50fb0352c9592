package io.autodidact.learning;

import io.autodidact.engine.Engine;
import io.autodidact.job.Refusal;
import io.autodidact.job.Work;
import io.autodidact.release.ExamReport;
import io.autodidact.release.ExamRepository;
import io.autodidact.release.GateRelease;
import io.autodidact.release.PublishRelease;
import io.autodidact.training.CheckpointRepository;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides whether what was learned becomes a release, and signs it. */
@Component
class ReleaseStage implements StageWork {
  private final Engine engine;
  private final CheckpointRepository checkpoints;
  private final ExamRepository exams;
  private final DescribeRelease describe;
  private final PublishRelease publish;
  private final GateRelease gate = new GateRelease();

  ReleaseStage(
      Engine engine,
      CheckpointRepository checkpoints,
      ExamRepository exams,
      DescribeRelease describe,
      PublishRelease publish) {
    this.engine = engine;
    this.checkpoints = checkpoints;
    this.exams = exams;
    this.describe = describe;
    this.publish = publish;
  }

  @Override
  public Stage stage() {
    return Stage.RELEASE;
  }

  @Override
  public void run(Work work, LearningRun run, Duration time) throws InterruptedException {
    var best =
        work.commit(dsl -> checkpoints.best(dsl, work.scope()))
            .orElseThrow(() -> new Refusal("There is nothing to release: nothing was learned."));
    var results = work.commit(dsl -> exams.of(dsl, work.scope()));
    var report = ExamReport.of(results, ExamCandidates.ALL, run.seed());
    var verdict =
        gate.decide(report, ExamCandidates.TRAINED, ExamCandidates.BASE, Optional.empty());
    var adapter = engine.downloadAdapter(best.samplerPath());
    publish.publish(work, describe.of(work, run, adapter, report), verdict);
  }
}
