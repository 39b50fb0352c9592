package io.autodidact.learning;

import static java.util.Comparator.comparingInt;

import io.autodidact.attribution.AttributeRollout;
import io.autodidact.environment.CatalogueRepository;
import io.autodidact.rollout.Action;
import io.autodidact.rollout.Rollout;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.rollout.RolloutRepository;
import io.autodidact.task.Split;
import io.autodidact.task.Task;
import io.autodidact.task.TaskRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells the attempt of the exam from which most can be seen: a solved task with the most steps. */
@Component
class TellStory {
  private final RolloutRepository rollouts;
  private final TaskRepository tasks;
  private final CatalogueRepository catalogues;

  TellStory(RolloutRepository rollouts, TaskRepository tasks, CatalogueRepository catalogues) {
    this.rollouts = rollouts;
    this.tasks = tasks;
    this.catalogues = catalogues;
  }

  Optional<RunReport.Story> tell(DSLContext dsl, LearningRun run) {
    var catalogue = catalogues.newest(dsl, run.scope().tenant(), run.environment());
    return rollouts.by(dsl, run.scope(), Purpose.EXAM, ExamCandidates.TRAINED).stream()
        .max(comparingInt(TellStory::worth))
        .flatMap(
            attempt ->
                task(dsl, run, attempt)
                    .map(
                        task ->
                            story(
                                task,
                                attempt,
                                new AttributeRollout(catalogue.orElseThrow().catalogue()))));
  }

  private static int worth(Rollout attempt) {
    return (attempt.reward() >= 1 ? 100 : 0) + attempt.steps().size();
  }

  private Optional<Task> task(DSLContext dsl, LearningRun run, Rollout attempt) {
    return tasks.inUse(dsl, run.scope(), Split.EXAM).stream()
        .filter(task -> task.id().equals(attempt.task()))
        .findFirst();
  }

  private static RunReport.Story story(Task task, Rollout attempt, AttributeRollout attribution) {
    var credits = attribution.attribute(task, attempt);
    List<RunReport.StoryStep> steps = new ArrayList<>();
    for (var step : attempt.steps()) {
      var credit = credits.get(step.index());
      steps.add(
          new RunReport.StoryStep(
              words(step.action()),
              step.observation().shown(),
              credit.verdict().name(),
              credit.reason()));
    }
    return new RunReport.Story(task.request(), attempt.reward(), steps);
  }

  private static String words(Action action) {
    return switch (action) {
      case Action.Operate(var call) -> call.operation() + " " + call.arguments();
      case Action.Consult(String tool, String query) -> tool + " " + query;
      case Action.Finish(var answer) -> answer.isNull() ? "finish" : "finish " + answer;
      case Action.Malformed(String text, String problem) -> "“" + text + "”: " + problem;
    };
  }
}
