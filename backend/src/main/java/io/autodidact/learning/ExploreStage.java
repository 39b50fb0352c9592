package io.autodidact.learning;

import io.autodidact.exploration.ExploreEnvironment;
import io.autodidact.exploration.ExploreSettings;
import io.autodidact.exploration.WordAffinity;
import io.autodidact.goal.GoalData;
import io.autodidact.job.Refusal;
import io.autodidact.job.Work;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds out what the software can do. */
@Component
class ExploreStage implements StageWork {
  private static final int MOST_CALLS = 3000;

  private final Classrooms classrooms;
  private final ExploreEnvironment explore;

  ExploreStage(Classrooms classrooms, ExploreEnvironment explore) {
    this.classrooms = classrooms;
    this.explore = explore;
  }

  @Override
  public Stage stage() {
    return Stage.EXPLORE;
  }

  @Override
  public void run(Work work, LearningRun run, Duration time) throws InterruptedException {
    var classroom = classrooms.of(run);
    var affinity = new WordAffinity(run.goals().stream().map(GoalData::text).toList());
    var exploration =
        explore.explore(
            work,
            classroom.episodes(),
            classroom.allowed(),
            affinity,
            ExploreSettings.guided(MOST_CALLS, run.seed()));
    var coverage = exploration.coverage();
    work.tell(
        "explored",
        Map.of(
            "text",
            "%d of %d operations reached in %d calls; %d flows confirmed, %d findings about the software"
                .formatted(
                    coverage.reached(),
                    coverage.operations().size(),
                    exploration.transitions().size(),
                    exploration.flows().stream()
                        .filter(flow -> flow.confirmedBy().isPresent())
                        .count(),
                    exploration.findings().size())));
    if (coverage.reached() == 0) {
      throw new Refusal(
          "No operation succeeded. The coverage report says why for each; most often the address or "
              + "the credentials are wrong.");
    }
  }
}
