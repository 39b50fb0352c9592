package io.autodidact.learning;

import io.autodidact.rollout.Limits;
import io.autodidact.rollout.ReferenceTrajectory;
import io.autodidact.rollout.ReferenceTrajectory.Shown;
import io.autodidact.task.PlanReplay;
import io.autodidact.task.Task;
import io.autodidact.training.PracticeGround;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reference plans of training tasks, acted out, to stand in a prompt as worked examples. */
@Component
class WorkedExamples {
  /** The first few of these tasks, of different families, that can be shown. */
  List<int[]> of(PracticeGround ground, List<Task> tasks, int count) throws InterruptedException {
    var reference = new ReferenceTrajectory(ground.context(), Limits.SMALL);
    var families = new ArrayList<String>();
    var examples = new ArrayList<int[]>();
    for (var task : tasks) {
      if (examples.size() == count) {
        break;
      }
      if (!families.contains(task.family())
          && show(ground, reference, task) instanceof Shown.Turns turns) {
        families.add(task.family());
        examples.add(example(ground, task, turns));
      }
    }
    return examples;
  }

  private static Shown show(PracticeGround ground, ReferenceTrajectory reference, Task task)
      throws InterruptedException {
    try (var episode = ground.episodes().open(task.episodeSeed())) {
      var replay = PlanReplay.of(task.plan(), episode);
      return replay.succeeded()
          ? reference.of(task, replay)
          : new Shown.NotShowable(replay.problem().orElse("it did not replay"));
    }
  }

  private static int[] example(PracticeGround ground, Task task, Shown.Turns turns) {
    var last = turns.steps().getLast();
    var attempt = new int[last.promptTokens().length + last.completionTokens().length];
    System.arraycopy(last.promptTokens(), 0, attempt, 0, last.promptTokens().length);
    System.arraycopy(
        last.completionTokens(),
        0,
        attempt,
        last.promptTokens().length,
        last.completionTokens().length);
    return ground
        .context()
        .example(ground.context().open(task.request(), List.of(), List.of()), attempt);
  }
}
