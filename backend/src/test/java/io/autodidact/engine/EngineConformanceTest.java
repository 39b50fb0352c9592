package io.autodidact.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.autodidact.engine.EngineUnderTest.Running;
import io.autodidact.engine.TrainableModel.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every engine must do, whoever made it. Runs against the embedded engine, or against the one
 * at {@code -Dengine.url} with {@code -Dengine.key} and {@code -Dengine.model}.
 */
@Tag("engine")
class EngineConformanceTest {
  private static final int RANK = Integer.getInteger("engine.rank", 8);
  private static final int[] PROMPT = {1, 4093, 198, 1780, 506, 260, 3575, 282, 4649, 47, 2, 198};
  private static final int[] FACT = {504, 3575, 282, 4649, 314, 7042, 30, 2};
  private static final SamplingSettings GREEDY = new SamplingSettings(16, 0, 5, List.of(2));
  private static Running running;
  private static TinkerEngine engine;

  @BeforeAll
  static void start() throws InterruptedException {
    running = EngineUnderTest.start();
    engine = running.client();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void samplesHaveALogprobForEveryTokenAndKeepToTheLimit() throws InterruptedException {
    var settings = new SamplingSettings(5, 1, 11, List.of());
    var samples = engine.base().sample(PROMPT, 3, settings);
    assertThat(samples).hasSize(3);
    for (var sample : samples) {
      assertThat(sample.tokens()).hasSize(5);
      assertThat(sample.logprobs()).hasSize(5);
      assertThat(sample.stopped()).isFalse();
      for (float logprob : sample.logprobs()) {
        assertThat(logprob).isLessThanOrEqualTo(1e-5f);
      }
    }
  }

  @Test
  void greedySamplingRepeatsItself() throws InterruptedException {
    var base = engine.base();
    var once = base.sample(PROMPT, 1, GREEDY).getFirst();
    var again = base.sample(PROMPT, 1, GREEDY).getFirst();
    assertThat(again.tokens()).isEqualTo(once.tokens());
  }

  @Test
  void logprobsOfTheTrainerAreThoseOfTheSampler() throws InterruptedException {
    var sample =
        engine.base().sample(PROMPT, 1, new SamplingSettings(8, 1, 3, List.of())).getFirst();
    var model = engine.createModel(RANK, 1);
    var logprobs = model.logprobs(List.of(imitation(PROMPT, sample.tokens()))).getFirst();
    double apart =
        IntStream.range(0, sample.tokens().length)
            .mapToDouble(i -> Math.abs(logprobs[PROMPT.length - 1 + i] - sample.logprobs()[i]))
            .average()
            .orElseThrow();
    assertThat(apart).isLessThan(0.06); // bfloat16 where the machine is fast in it
    model.unload();
  }

  @Test
  void aTextIsScoredAsItWasSampled() throws InterruptedException {
    var sample =
        engine.base().sample(PROMPT, 1, new SamplingSettings(8, 1, 3, List.of())).getFirst();
    var model = engine.createModel(RANK, 1);
    var untrained = engine.scorer(model.saveForSampler("untrained"));
    int[] text = IntStream.concat(IntStream.of(PROMPT), IntStream.of(sample.tokens())).toArray();
    var scores = untrained.logprobs(text);
    assertThat(scores).hasSize(text.length - 1);
    double apart =
        IntStream.range(0, sample.tokens().length)
            .mapToDouble(i -> Math.abs(scores[PROMPT.length - 1 + i] - sample.logprobs()[i]))
            .average()
            .orElseThrow();
    assertThat(apart).isLessThan(0.06); // bfloat16 where the machine is fast in it
    model.unload();
  }

  @Test
  void crossEntropyLowersTheLossAndTheFactIsSampledBack() throws InterruptedException {
    var model = engine.createModel(RANK, 1);
    var datum = List.of(imitation(PROMPT, FACT));
    double before = logprob(model, datum.getFirst());
    for (int i = 0; i < 15; i++) {
      model.forwardBackward(datum, new Loss.CrossEntropy());
      model.optimStep(3e-3);
    }
    assertThat(logprob(model, datum.getFirst())).isGreaterThan(before + 1);
    var sampler = engine.sampler(model.saveForSampler("fact"));
    var said = sampler.sample(PROMPT, 1, GREEDY).getFirst();
    assertThat(said.tokens()).isEqualTo(FACT);
    assertThat(said.stopped()).isTrue();
    model.unload();
  }

  @Test
  void theClippedLossMovesProbabilityWithTheAdvantage() throws InterruptedException {
    for (float advantage : new float[] {1, -1}) {
      var model = engine.createModel(RANK, 1);
      var plain = imitation(PROMPT, FACT);
      float[] old = model.logprobs(List.of(plain)).getFirst();
      var datum = policy(plain, old, advantage);
      double before = logprob(model, plain);
      model.forwardBackward(List.of(datum), new Loss.Clipped(0.8, 1.28));
      model.optimStep(1e-3);
      assertThat((logprob(model, plain) - before) * advantage).isPositive();
      model.unload();
    }
  }

  @Test
  void gradientsOfTwoPassesAddUpToThoseOfOneBatch() throws InterruptedException {
    var one = imitation(PROMPT, FACT);
    var other = imitation(PROMPT, new int[] {504, 4649, 2});
    var together = engine.createModel(RANK, 1);
    together.forwardBackward(List.of(one, other), new Loss.CrossEntropy());
    together.optimStep(1e-3);
    var apart = engine.createModel(RANK, 1);
    apart.forwardBackward(List.of(one), new Loss.CrossEntropy());
    apart.forwardBackward(List.of(other), new Loss.CrossEntropy());
    apart.optimStep(1e-3);
    assertThat(logprob(apart, one)).isCloseTo(logprob(together, one), within(0.15));
    together.unload();
    apart.unload();
  }

  @Test
  void weightsAndOptimiserComeBackAsTheyWereSaved() throws InterruptedException {
    var data = List.of(imitation(PROMPT, FACT));
    var model = engine.createModel(RANK, 1);
    model.forwardBackward(data, new Loss.CrossEntropy());
    model.optimStep(1e-3);
    String path = model.saveWeights("kept");
    model.forwardBackward(data, new Loss.CrossEntropy());
    model.optimStep(1e-3);
    double straight = logprob(model, data.getFirst());
    model.unload();
    var resumed = engine.createModel(RANK, 99);
    resumed.loadWeights(path);
    resumed.forwardBackward(data, new Loss.CrossEntropy());
    resumed.optimStep(1e-3);
    assertThat(logprob(resumed, data.getFirst())).isCloseTo(straight, within(0.1));
    resumed.unload();
  }

  @Test
  void twoAdaptersAnswerSideBySideEachInItsOwnWay() throws Exception {
    int[] other = {1195, 3575, 2};
    var one = engine.createModel(RANK, 1);
    var another = engine.createModel(RANK, 1);
    String first = taught(one, FACT, "first");
    String second = taught(another, other, "second");
    var samplers = List.of(engine.sampler(first), engine.sampler(second));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> samplers.get(i % 2).sample(PROMPT, 1, GREEDY).getFirst().tokens()))
              .toList();
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).get()).isEqualTo(i % 2 == 0 ? FACT : other);
      }
    }
    one.unload();
    another.unload();
  }

  @Test
  void anAdapterSurvivesDownloadAndUpload() throws InterruptedException {
    Assumptions.assumeTrue(
        running.supervisor() != null, "Only the embedded engine takes adapters in");
    var model = engine.createModel(RANK, 1);
    String path = taught(model, FACT, "travels");
    model.unload();
    byte[] tar = engine.downloadAdapter(path);
    String back = engine.uploadAdapter("travelled", tar);
    assertThat(engine.sampler(back).sample(PROMPT, 1, GREEDY).getFirst().tokens()).isEqualTo(FACT);
  }

  @Test
  void pathsThatAreNotThereAreRefusedForGood() throws InterruptedException {
    var model = engine.createModel(RANK, 1);
    assertThatThrownBy(() -> model.loadWeights("tinker://nobody/weights/nothing"))
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.retryable()).isFalse());
    assertThatThrownBy(
            () ->
                engine.sampler("tinker://nobody/sampler_weights/nothing").sample(PROMPT, 1, GREEDY))
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.retryable()).isFalse())
        .hasMessageContaining("nobody");
    model.unload();
  }

  @Test
  void aModelThatIsUnloadedAsksForTheLastCheckpoint() throws InterruptedException {
    var model = engine.createModel(RANK, 1);
    model.unload();
    assertThatThrownBy(() -> model.optimStep(1e-3))
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.retryable()).isTrue());
  }

  private static String taught(TrainableModel model, int[] answer, String name)
      throws InterruptedException {
    var datum = List.of(imitation(PROMPT, answer));
    for (int i = 0; i < 15; i++) {
      model.forwardBackward(datum, new Loss.CrossEntropy());
      model.optimStep(3e-3);
    }
    return model.saveForSampler(name);
  }

  private static double logprob(TrainableModel model, Datum datum) throws InterruptedException {
    float[] logprobs = model.logprobs(List.of(datum)).getFirst();
    return IntStream.range(0, logprobs.length)
        .filter(i -> datum.weights()[i] != 0)
        .mapToDouble(i -> logprobs[i])
        .average()
        .orElseThrow();
  }

  private static Datum imitation(int[] prompt, int[] answer) {
    int[] all = IntStream.concat(Arrays.stream(prompt), Arrays.stream(answer)).toArray();
    int n = all.length - 1;
    float[] weights = new float[n];
    Arrays.fill(weights, prompt.length - 1, n, 1);
    return new Datum(
        Arrays.copyOf(all, n),
        Arrays.copyOfRange(all, 1, n + 1),
        weights,
        new float[n],
        new float[n]);
  }

  private static Datum policy(Datum plain, float[] old, float advantage) {
    int n = old.length;
    float[] advantages = new float[n];
    float[] logprobs = new float[n];
    for (int i = 0; i < n; i++) {
      advantages[i] = plain.weights()[i] * advantage;
      logprobs[i] = plain.weights()[i] * old[i];
    }
    return new Datum(plain.input(), plain.targets(), plain.weights(), logprobs, advantages);
  }
}
