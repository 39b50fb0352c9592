package io.autodidact.learning;

import io.autodidact.job.Refusal;
import io.autodidact.job.Work;
import io.autodidact.training.CheckpointRepository;
import io.autodidact.training.Phase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets the weights after the warm start and after the iterations sit the exam; once, where the
 * iterations brought none that did better.
 */
@Component
class ExamineStage implements StageWork {
  private final PracticeGrounds grounds;
  private final ExamCandidates candidates;
  private final SitExam exam;
  private final CheckpointRepository checkpoints;

  ExamineStage(
      PracticeGrounds grounds,
      ExamCandidates candidates,
      SitExam exam,
      CheckpointRepository checkpoints) {
    this.grounds = grounds;
    this.candidates = candidates;
    this.exam = exam;
    this.checkpoints = checkpoints;
  }

  @Override
  public Stage stage() {
    return Stage.EXAMINE;
  }

  @Override
  public void run(Work work, LearningRun run, Duration time) throws InterruptedException {
    var warmStart = work.commit(dsl -> checkpoints.last(dsl, work.scope(), Phase.WARM_START));
    var best = work.commit(dsl -> checkpoints.best(dsl, work.scope()));
    if (best.isEmpty()) {
      throw new Refusal(
          "The budget or a quota was used up before anything was learned. Give the run more.");
    }
    var ground = grounds.of(work, run);
    boolean same = warmStart.filter(one -> one.isSameWeightsAs(best.get())).isPresent();
    var sitting = candidates.trained(ground, same ? Optional.empty() : warmStart, best);
    var report = exam.sit(work, run, sitting);
    if (same) {
      report = exam.share(work, run, ExamCandidates.TRAINED, ExamCandidates.WARM_START);
    }
    work.tell("exam", Map.of("text", SitExam.inWords(report)));
  }
}
