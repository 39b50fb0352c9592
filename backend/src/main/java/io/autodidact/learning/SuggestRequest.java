package io.autodidact.learning;

import io.autodidact.connector.ConnectorException;
import io.autodidact.job.Work;
import io.autodidact.release.ExamResult;
import io.autodidact.task.TaskFamily;
import io.autodidact.task.TaskFamily.Change;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Thinks of something that people can ask the agent to do on their live software: of a kind it
 * solved in its exam, about things that are really there. The live software is only read.
 */
@Component
class SuggestRequest {
  static final String KIND = "suggestion";

  /** What shows its effect at once comes first: one change, then several, then questions. */
  private static final Comparator<TaskFamily> CLEAREST =
      Comparator.comparing((TaskFamily family) -> !(family.parts().getFirst() instanceof Change))
          .thenComparingInt(TaskFamily::difficulty)
          .thenComparing(TaskFamily::name);

  private final PracticeGrounds grounds;

  SuggestRequest(PracticeGrounds grounds) {
    this.grounds = grounds;
  }

  /** Tells a suggestion, or what keeps the agent from the live software. */
  void suggest(Work work, LearningRun run, List<ExamResult> exam) throws InterruptedException {
    var ground = grounds.of(work, run);
    var workshop = ground.workshop();
    var families =
        solved(exam).stream().flatMap(name -> workshop.family(name).stream()).sorted(CLEAREST);
    try (var live = ground.episodes().live()) {
      var random = new SplittableRandom(run.seed());
      for (var family : families.toList()) {
        var request = workshop.request(family, live, random);
        if (request.isPresent()) {
          work.tell(KIND, Map.of("text", "Try it: " + request.get(), "request", request.get()));
          return;
        }
      }
    } catch (ConnectorException e) {
      work.tell(
          KIND,
          Map.of("text", "The agent can not act on the live software yet. " + e.getMessage()));
    }
  }

  /** Families whose exam tasks were all solved. */
  private static List<String> solved(List<ExamResult> exam) {
    var worst =
        exam.stream()
            .filter(result -> result.candidate().equals(ExamCandidates.TRAINED))
            .collect(
                Collectors.toMap(ExamResult::family, ExamResult::reward, Math::min, TreeMap::new));
    return worst.entrySet().stream()
        .filter(entry -> entry.getValue() >= 1)
        .map(Map.Entry::getKey)
        .toList();
  }
}
