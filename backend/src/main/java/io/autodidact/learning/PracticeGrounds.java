package io.autodidact.learning;

import io.autodidact.exploration.ExplorationRepository;
import io.autodidact.job.Refusal;
import io.autodidact.job.Work;
import io.autodidact.task.Syllabus;
import io.autodidact.task.TaskSettings;
import io.autodidact.task.TaskWorkshop;
import io.autodidact.task.WriteTasks.Wanted;
import io.autodidact.tenant.RunScope;
import io.autodidact.training.PracticeGround;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Where a run's policy practises; set up once a process from what the run has stored. */
@Component
class PracticeGrounds {
  private final Classrooms classrooms;
  private final ExplorationRepository explorations;
  private final Map<UUID, PracticeGround> byRun = new ConcurrentHashMap<>();

  PracticeGrounds(Classrooms classrooms, ExplorationRepository explorations) {
    this.classrooms = classrooms;
    this.explorations = explorations;
  }

  PracticeGround of(Work work, LearningRun run) throws InterruptedException {
    var known = byRun.get(run.scope().learningRun());
    if (known != null) {
      return known;
    }
    var ground = setUp(work, run);
    byRun.put(run.scope().learningRun(), ground);
    return ground;
  }

  /** Forgets a run that nobody works on here. */
  void leave(RunScope scope) {
    byRun.remove(scope.learningRun());
    classrooms.leave(scope);
  }

  private PracticeGround setUp(Work work, LearningRun run) throws InterruptedException {
    var classroom = classrooms.of(run);
    var settings = TaskSettings.usual(run.settings().examTasks(), run.seed());
    var wanted = new Wanted(run.goals(), classroom.allowed());
    var exploration =
        work.commit(dsl -> explorations.find(dsl, run.scope()))
            .orElseThrow(
                () -> new Refusal("The exploration of this run is gone; start a new one."));
    var workshop =
        TaskWorkshop.open(classroom.episodes(), exploration, wanted.allowed(), settings.seed());
    var families = wanted.families(workshop);
    if (families.isEmpty()) {
      throw new Refusal(
          "No task is of a kind and difficulty that the goals ask for. Allow more kinds or"
              + " difficulties in the goals, then start a new run.");
    }
    var syllabus = new Syllabus(families, settings.examOnly(), settings.seed());
    return new PracticeGround(classroom.episodes(), classroom.context(), workshop, syllabus);
  }
}
