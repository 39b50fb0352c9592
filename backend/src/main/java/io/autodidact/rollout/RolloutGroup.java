package io.autodidact.rollout;

import io.autodidact.context.Opening;
import io.autodidact.engine.SampledSequence;
import io.autodidact.engine.SamplingSettings;
import io.autodidact.job.Together;
import io.autodidact.rollout.AttemptTask.Attempt;
import io.autodidact.rollout.Guidance.Lesson;
import io.autodidact.rollout.Rollout.Origin;
import io.autodidact.task.Task;
import io.autodidact.tenant.RunScope;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Attempts at one task. Those of equal prompts sample their first turn in one request, so that the
 * engine reads the prompt once; then each goes its own way.
 */
final class RolloutGroup {
  private final Practice practice;
  private final RunScope scope;
  private final Task task;
  private final List<Lesson> lessons;
  private final AttemptTask attempts;

  RolloutGroup(
      Practice practice, RunScope scope, Task task, List<Lesson> lessons, AttemptTask attempts) {
    this.practice = practice;
    this.scope = scope;
    this.task = task;
    this.lessons = List.copyOf(lessons);
    this.attempts = attempts;
  }

  /**
   * Makes the attempts of these numbers; empty ones were given up.
   *
   * @param keep is given each attempt when it ends, from many threads
   */
  List<Optional<Rollout>> run(List<Integer> samples, Consumer<Optional<Rollout>> keep)
      throws InterruptedException {
    var plain = practice.context().open(task.request(), List.of(), practice.examples());
    var texts = lessons.stream().map(Lesson::text).toList();
    var guided =
        lessons.isEmpty()
            ? plain
            : practice.context().open(task.request(), texts, practice.examples());
    var first = new HashMap<Integer, SampledSequence>();
    first.putAll(firstTurns(guided, samples.stream().filter(this::isGuided).toList()));
    first.putAll(firstTurns(plain, samples.stream().filter(one -> !isGuided(one)).toList()));
    var works = new ArrayList<Callable<Optional<Rollout>>>();
    for (int sample : samples) {
      works.add(
          () -> {
            var opening = isGuided(sample) ? guided : plain;
            var speaker = speaker(sample, Optional.ofNullable(first.get(sample)));
            var rollout =
                attempts.run(task, opening, speaker).map(attempt -> rollout(sample, attempt));
            keep.accept(rollout);
            return rollout;
          });
    }
    return Together.all(works);
  }

  private boolean isGuided(int sample) {
    return !lessons.isEmpty() && sample < practice.settings().withLessons();
  }

  private int given(int sample) {
    int most = task.plan().steps().size() - 1;
    return Math.clamp(practice.settings().givenSteps().of(task, sample), 0, Math.max(0, most));
  }

  private Map<Integer, SampledSequence> firstTurns(Opening opening, List<Integer> samples)
      throws InterruptedException {
    var fromTheStart = samples.stream().filter(sample -> given(sample) == 0).toList();
    if (fromTheStart.isEmpty()) {
      return Map.of();
    }
    var prompt = practice.context().begin(opening).prompt().tokens();
    var sampled =
        practice
            .sampler()
            .sample(prompt, fromTheStart.size(), sampling(seed(fromTheStart.getFirst())));
    var bySample = new HashMap<Integer, SampledSequence>();
    for (int i = 0; i < fromTheStart.size(); i++) {
      bySample.put(fromTheStart.get(i), sampled.get(i));
    }
    return bySample;
  }

  private Speaker speaker(int sample, Optional<SampledSequence> first) {
    var policy = new PolicySpeaker(practice.sampler(), sampling(seed(sample)), first);
    int given = given(sample);
    var reference = new ReferenceSpeaker(task.plan(), task.request());
    return given == 0 ? policy : new GuidedStart(reference, given, policy);
  }

  private SamplingSettings sampling(long seed) {
    var settings = practice.settings();
    return new SamplingSettings(
        settings.limits().turnTokens(),
        settings.temperature(),
        seed,
        practice.context().stopTokens());
  }

  private long seed(int sample) {
    return Seeds.of(task.id(), practice.batch().iteration(), sample);
  }

  private Rollout rollout(int sample, Attempt attempt) {
    var batch = practice.batch();
    var origin =
        new Origin(
            batch.purpose(),
            batch.policy(),
            batch.policyVersion(),
            batch.iteration(),
            sample,
            isGuided(sample),
            Math.min(given(sample), attempt.transcript().steps().size()),
            seed(sample));
    var experiences =
        isGuided(sample) ? lessons.stream().map(Lesson::experience).toList() : List.<UUID>of();
    return new Rollout(
        id(sample),
        task.id(),
        task.split(),
        origin,
        attempt.transcript().steps(),
        attempt.transcript().ending(),
        attempt.judgement(),
        experiences,
        attempt.transcript().account());
  }

  /** Follows from what the attempt is, so that it has the same id when it is made again. */
  private RolloutId id(int sample) {
    var name = scope + "/" + task.id() + "/" + practice.batch() + "/" + sample;
    return new RolloutId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }
}
