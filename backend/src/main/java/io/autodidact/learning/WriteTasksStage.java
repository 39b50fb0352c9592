package io.autodidact.learning;

import io.autodidact.exploration.ExplorationRepository;
import io.autodidact.job.Refusal;
import io.autodidact.job.Work;
import io.autodidact.task.TaskSettings;
import io.autodidact.task.WriteTasks;
import io.autodidact.task.WriteTasks.Wanted;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes the exam, the validation tasks and the first lessons. */
@Component
class WriteTasksStage implements StageWork {
  /** With fewer exam tasks than this no honest statement about success can be made. */
  private static final int FEWEST_EXAM_TASKS = 40;

  private final Classrooms classrooms;
  private final ExplorationRepository explorations;
  private final WriteTasks writeTasks;

  WriteTasksStage(
      Classrooms classrooms, ExplorationRepository explorations, WriteTasks writeTasks) {
    this.classrooms = classrooms;
    this.explorations = explorations;
    this.writeTasks = writeTasks;
  }

  @Override
  public Stage stage() {
    return Stage.WRITE_TASKS;
  }

  @Override
  public void run(Work work, LearningRun run, Duration time) throws InterruptedException {
    var classroom = classrooms.of(run);
    var exploration =
        work.commit(dsl -> explorations.find(dsl, run.scope()))
            .orElseThrow(
                () -> new Refusal("The exploration of this run is gone; start a new one."));
    var report =
        writeTasks.write(
            work,
            classroom.episodes(),
            exploration,
            new Wanted(run.goals(), classroom.allowed()),
            TaskSettings.usual(run.settings().examTasks(), run.seed()));
    int kept = report.kept().values().stream().mapToInt(Integer::intValue).sum();
    work.tell(
        "tasks",
        Map.of(
            "text",
            "%d tasks of %d kinds kept; %d kinds are left to the exam"
                .formatted(kept, report.kept().size(), report.examOnly().size())));
    if (kept < FEWEST_EXAM_TASKS) {
      throw new Refusal(
          "Only "
              + kept
              + " tasks could be written and checked, too few for an honest exam. The coverage report shows"
              + " which operations were not reached; a better document or other goals may help.");
    }
  }
}
