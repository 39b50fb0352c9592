package io.autodidact.learning;

import io.autodidact.experience.Experience;
import io.autodidact.experience.ExperienceRepository;
import io.autodidact.experience.Lift;
import io.autodidact.exploration.ExplorationRepository;
import io.autodidact.release.CandidateScore;
import io.autodidact.release.ExamReport;
import io.autodidact.release.ExamRepository;
import io.autodidact.release.ReleaseRepository;
import io.autodidact.task.Split;
import io.autodidact.task.Task;
import io.autodidact.task.TaskRepository;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Sums up what a run has brought so far. */
@Component
class ReportLearningRun {
  private static final int LESSONS = 3;

  private final ExplorationRepository explorations;
  private final TaskRepository tasks;
  private final ExamRepository exams;
  private final ReleaseRepository releases;
  private final ExperienceRepository experiences;

  ReportLearningRun(
      ExplorationRepository explorations,
      TaskRepository tasks,
      ExamRepository exams,
      ReleaseRepository releases,
      ExperienceRepository experiences) {
    this.explorations = explorations;
    this.tasks = tasks;
    this.exams = exams;
    this.releases = releases;
    this.experiences = experiences;
  }

  /**
   * @param story an attempt worth reading
   * @param suggestion something to ask the agent
   */
  RunReport report(
      DSLContext dsl,
      LearningRun run,
      Optional<RunReport.Story> story,
      Optional<String> suggestion) {
    var all =
        Arrays.stream(Split.values())
            .flatMap(split -> tasks.inUse(dsl, run.scope(), split).stream())
            .toList();
    var exam = ExamReport.of(exams.of(dsl, run.scope()), ExamCandidates.ALL, run.seed());
    return new RunReport(
        run.agent(),
        operations(dsl, run),
        new RunReport.Tasks(all.size(), all.stream().map(Task::family).distinct().count()),
        new RunReport.Exam(
            exam.scores().stream().mapToInt(CandidateScore::tasks).max().orElse(0),
            exam.scores(),
            exam.differences()),
        lessons(dsl, run),
        story,
        released(dsl, run),
        suggestion);
  }

  private RunReport.Operations operations(DSLContext dsl, LearningRun run) {
    return explorations
        .coverage(dsl, run.scope())
        .map(found -> new RunReport.Operations(found.operations().size(), found.reached()))
        .orElse(new RunReport.Operations(0, 0));
  }

  private List<RunReport.Lesson> lessons(DSLContext dsl, LearningRun run) {
    var lifts = experiences.lifts(dsl, run.scope());
    return experiences.of(dsl, run.scope()).stream()
        .flatMap(
            lesson ->
                Optional.ofNullable(lifts.get(lesson.id()))
                    .map(lift -> new Measured(lesson, lift))
                    .stream())
        .sorted(Comparator.comparingDouble(one -> -one.lift().mean()))
        .limit(LESSONS)
        .map(Measured::inWords)
        .toList();
  }

  private record Measured(Experience lesson, Lift lift) {
    RunReport.Lesson inWords() {
      return new RunReport.Lesson(
          lesson.content(),
          String.format(
              Locale.ROOT,
              "attempts that were shown it did %+.0f points better than those that were not"
                  + " (95 %% sure of %+.0f to %+.0f; %d %s)",
              100 * lift.mean(),
              100 * lift.low(),
              100 * lift.high(),
              lift.groups(),
              lift.groups() == 1 ? "comparison" : "comparisons"));
    }
  }

  private Optional<RunReport.Released> released(DSLContext dsl, LearningRun run) {
    return releases
        .ofRun(dsl, run.scope())
        .map(
            release ->
                new RunReport.Released(
                    release.version(),
                    release.digest().hex(),
                    release.isReleased(),
                    release.verdict().sentence()));
  }
}
