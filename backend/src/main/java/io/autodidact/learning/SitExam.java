package io.autodidact.learning;

import io.autodidact.job.Work;
import io.autodidact.release.ExamReport;
import io.autodidact.release.ExamRepository;
import io.autodidact.release.TakeExam;
import io.autodidact.release.TakeExam.Exam;
import io.autodidact.rollout.Practice;
import io.autodidact.task.Split;
import io.autodidact.task.TaskRepository;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lets candidates sit the run's exam. */
@Component
class SitExam {
  private final TaskRepository tasks;
  private final TakeExam takeExam;
  private final ExamRepository exams;
  private final Classrooms classrooms;

  SitExam(TaskRepository tasks, TakeExam takeExam, ExamRepository exams, Classrooms classrooms) {
    this.tasks = tasks;
    this.takeExam = takeExam;
    this.exams = exams;
    this.classrooms = classrooms;
  }

  /** Examines the candidates; the report is of everybody who has sat the exam so far. */
  ExamReport sit(Work work, LearningRun run, List<Practice> candidates)
      throws InterruptedException {
    var questions = work.commit(dsl -> tasks.inUse(dsl, work.scope(), Split.EXAM));
    var results =
        takeExam.take(
            work, new Exam(questions, forbidden(run), ExamCandidates::inWords), candidates);
    return ExamReport.of(results, ExamCandidates.ALL, run.seed());
  }

  /** As if another candidate had sat as well, who has the weights of one that has. */
  ExamReport share(Work work, LearningRun run, String sat, String equal) {
    var results =
        work.commit(
            dsl -> {
              exams.share(dsl, work.scope(), sat, equal);
              return exams.of(dsl, work.scope());
            });
    return ExamReport.of(results, ExamCandidates.ALL, run.seed());
  }

  private Set<String> forbidden(LearningRun run) {
    var classroom = classrooms.of(run);
    return classroom.catalogue().operations().stream()
        .filter(operation -> !classroom.allowed().test(operation))
        .map(operation -> operation.name())
        .collect(Collectors.toSet());
  }

  static String inWords(ExamReport report) {
    return report.scores().stream()
        .map(
            score ->
                String.format(
                    Locale.ROOT,
                    "%s: solved %.0f %% of %d tasks",
                    ExamCandidates.inWords(score.candidate()),
                    100 * score.average(),
                    score.tasks()))
        .collect(Collectors.joining("; "));
  }
}
