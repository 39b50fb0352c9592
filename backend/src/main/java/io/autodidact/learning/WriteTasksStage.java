package io.autodidact.learning;

import io.autodidact.job.Refusal;
import io.autodidact.job.Work;
import io.autodidact.task.TaskSettings;
import io.autodidact.task.WriteTasks;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Writes the exam, the validation tasks and the first lessons. */
@Component
class WriteTasksStage implements StageWork {
  private static final String LONGER =
      "The time for it was over; give the run more minutes, since the software answers slowly.";
  private static final String BETTER =
      "The coverage report shows which operations were not reached; a better document or other"
          + " goals may help.";

  private final PracticeGrounds grounds;
  private final WriteTasks writeTasks;

  WriteTasksStage(PracticeGrounds grounds, WriteTasks writeTasks) {
    this.grounds = grounds;
    this.writeTasks = writeTasks;
  }

  @Override
  public Stage stage() {
    return Stage.WRITE_TASKS;
  }

  @Override
  public void run(Work work, LearningRun run, Duration time) throws InterruptedException {
    var ground = grounds.of(work, run);
    var report =
        writeTasks.write(
            work,
            ground.workshop(),
            ground.syllabus(),
            TaskSettings.usual(run.settings().examTasks(), run.seed()));
    int kept = report.kept().values().stream().mapToInt(Integer::intValue).sum();
    work.tell(
        "tasks",
        Map.of(
            "text",
            "%d tasks of %d kinds kept; %d kinds are left to the exam%s"
                .formatted(
                    kept, report.kept().size(), report.examOnly().size(), inPart(report))));
    if (!report.suffices()) {
      throw new Refusal(
          "%d tasks for the exam and %d to test itself on could be written and checked, too few for an honest exam. %s"
              .formatted(report.exam(), report.validation(), work.mayContinue() ? BETTER : LONGER));
    }
  }

  private static String inPart(WriteTasks.Report report) {
    return report.inPart().isEmpty()
        ? ""
        : ". Checks look at the first 1,000 entries only of "
            + String.join(", ", new TreeSet<>(report.inPart()));
  }
}
