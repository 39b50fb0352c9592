package io.autodidact.learning;

import io.autodidact.engine.Engine;
import io.autodidact.engine.Sampler;
import io.autodidact.job.Work;
import io.autodidact.rollout.Batch;
import io.autodidact.rollout.Practice;
import io.autodidact.rollout.PracticeSettings;
import io.autodidact.rollout.Rollout.Purpose;
import io.autodidact.task.Split;
import io.autodidact.task.TaskRepository;
import io.autodidact.training.Checkpoint;
import io.autodidact.training.PracticeGround;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who sits the exam, and under which name. */
@Component
public class ExamCandidates {
  static final String BASE = "base";
  static final String BASE_WITH_EXAMPLES = "base+examples";
  static final String WARM_START = "warm-start";
  static final String TRAINED = "trained";

  /** In the order in which people read them. */
  public static final List<String> ALL = List.of(BASE, BASE_WITH_EXAMPLES, WARM_START, TRAINED);

  private static final Map<String, String> WORDS =
      Map.of(
          BASE, "base model",
          BASE_WITH_EXAMPLES, "base model with two worked examples",
          WARM_START, "after the warm start",
          TRAINED, "after the iterations");

  private static final int EXAMPLES = 2;

  private final Engine engine;
  private final TaskRepository tasks;
  private final WorkedExamples workedExamples;

  ExamCandidates(Engine engine, TaskRepository tasks, WorkedExamples workedExamples) {
    this.engine = engine;
    this.tasks = tasks;
    this.workedExamples = workedExamples;
  }

  /** How people call a candidate. */
  public static String inWords(String candidate) {
    return WORDS.getOrDefault(candidate, candidate);
  }

  /** The base model as it is, and with two worked examples in its prompt: the honest baseline. */
  List<Practice> untrained(Work work, PracticeGround ground) throws InterruptedException {
    var base = engine.base();
    var train = work.commit(dsl -> tasks.inUse(dsl, work.scope(), Split.TRAIN));
    var examples = workedExamples.of(ground, train, EXAMPLES);
    return List.of(
        practice(ground, base, BASE, 0, List.of()),
        practice(ground, base, BASE_WITH_EXAMPLES, 0, examples));
  }

  /** The weights after the warm start and after the iterations, as far as there are such. */
  List<Practice> trained(
      PracticeGround ground, Optional<Checkpoint> warmStart, Optional<Checkpoint> iterations)
      throws InterruptedException {
    var candidates = new ArrayList<Practice>();
    if (warmStart.isPresent()) {
      candidates.add(candidate(ground, warmStart.get(), WARM_START));
    }
    if (iterations.isPresent()) {
      candidates.add(candidate(ground, iterations.get(), TRAINED));
    }
    return candidates;
  }

  private Practice candidate(PracticeGround ground, Checkpoint checkpoint, String name)
      throws InterruptedException {
    var sampler = engine.sampler(checkpoint.samplerPath());
    return practice(ground, sampler, name, checkpoint.seq(), List.of());
  }

  private static Practice practice(
      PracticeGround ground, Sampler sampler, String name, int version, List<int[]> examples) {
    var batch = new Batch(Purpose.EXAM, name, version, 0);
    return new Practice(
        ground.episodes(), ground.context(), sampler, batch, PracticeSettings.GREEDY, examples);
  }
}
