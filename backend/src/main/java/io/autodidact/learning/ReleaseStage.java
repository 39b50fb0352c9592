package io.autodidact.learning;

import io.autodidact.job.Work;
import io.autodidact.release.ExamReport;
import io.autodidact.release.ExamRepository;
import io.autodidact.release.GateRelease;
import io.autodidact.release.PublishRelease;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decides whether what was learned becomes a release, signs it, and says how to try it. */
@Component
class ReleaseStage implements StageWork {
  private final BestAdapter bestAdapter;
  private final ExamRepository exams;
  private final DescribeRelease describe;
  private final PublishRelease publish;
  private final SuggestRequest suggest;
  private final GateRelease gate = new GateRelease();

  ReleaseStage(
      BestAdapter bestAdapter,
      ExamRepository exams,
      DescribeRelease describe,
      PublishRelease publish,
      SuggestRequest suggest) {
    this.bestAdapter = bestAdapter;
    this.exams = exams;
    this.describe = describe;
    this.publish = publish;
    this.suggest = suggest;
  }

  @Override
  public Stage stage() {
    return Stage.RELEASE;
  }

  @Override
  public void run(Work work, LearningRun run, Duration time) throws InterruptedException {
    var adapter = bestAdapter.download(work);
    var results = work.commit(dsl -> exams.of(dsl, work.scope()));
    var report = ExamReport.of(results, ExamCandidates.ALL, run.seed());
    var verdict =
        gate.decide(report, ExamCandidates.TRAINED, ExamCandidates.BASE, Optional.empty());
    var release = publish.publish(work, describe.of(work, run, adapter, report), verdict);
    if (release.isReleased()) {
      suggest.suggest(work, run, results);
    }
  }
}
