package io.autodidact.learning;

import io.autodidact.job.Work;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Examines the base model before anything is learned: what the result will be measured against. */
@Component
class BaselineStage implements StageWork {
  private final PracticeGrounds grounds;
  private final ExamCandidates candidates;
  private final SitExam exam;

  BaselineStage(PracticeGrounds grounds, ExamCandidates candidates, SitExam exam) {
    this.grounds = grounds;
    this.candidates = candidates;
    this.exam = exam;
  }

  @Override
  public Stage stage() {
    return Stage.BASELINE;
  }

  @Override
  public void run(Work work, LearningRun run, Duration time) throws InterruptedException {
    var ground = grounds.of(work, run);
    var report = exam.sit(work, run, candidates.untrained(work, ground));
    work.tell("exam", Map.of("text", SitExam.inWords(report)));
  }
}
