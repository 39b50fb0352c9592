package io.autodidact.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.engine.ScriptedEngine.Fault;
import io.autodidact.engine.TrainableModel.Loss;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TinkerEngineTest {
  private static final SamplingSettings SETTINGS = new SamplingSettings(8, 1, 7, List.of(2));
  private static final Datum DATUM =
      new Datum(
          new int[] {1, 5, 6},
          new int[] {5, 6, 2},
          new float[] {0, 1, 1},
          new float[] {0, -1, -1},
          new float[] {0, 0.5f, 0.5f});

  private final ScriptedEngine scripted =
      new ScriptedEngine((prompt, sample, seed) -> new int[] {prompt.length, sample, 2});
  private final TinkerEngine engine = new TinkerEngine(scripted.address(), InstantSource.system());

  @AfterEach
  void stop() {
    engine.close();
    scripted.close();
  }

  @Test
  void samplesComeBackWithTheirLogprobs() throws InterruptedException {
    var sequences = engine.base().sample(new int[] {1, 2, 3}, 2, SETTINGS);
    assertThat(sequences).hasSize(2);
    assertThat(sequences.get(1).tokens()).containsExactly(3, 1, 2);
    assertThat(sequences.get(1).logprobs()).hasSize(3).containsOnly(-0.125f);
    assertThat(sequences.get(1).stopped()).isTrue();
  }

  @Test
  void aSamplerOutlivesARestartOfTheEngine() throws InterruptedException {
    var sampler = engine.base();
    scripted.restart();
    assertThat(sampler.sample(new int[] {1}, 1, SETTINGS)).hasSize(1);
  }

  @Test
  void aBusyEngineIsAskedAgain() throws InterruptedException {
    scripted.plant("asample", Fault.BUSY);
    scripted.plant("asample", Fault.BUSY);
    assertThat(engine.base().sample(new int[] {1}, 1, SETTINGS)).hasSize(1);
  }

  @Test
  void anOptimiserStepWhoseAnswerWasLostIsAppliedOnce() throws InterruptedException {
    var model = engine.createModel(4, 1);
    scripted.plant("optim_step", Fault.ANSWER_LOST);
    model.optimStep(1e-3);
    assertThat(scripted.saved(model.saveWeights("a")).learningRates()).containsExactly(1e-3);
  }

  @Test
  void aPassWhoseAnswerWasLostAsksForTheLastCheckpointInsteadOfCountingTwice()
      throws InterruptedException {
    var model = engine.createModel(4, 1);
    scripted.plant("forward_backward", Fault.ANSWER_LOST);
    assertThatThrownBy(() -> model.forwardBackward(List.of(DATUM), new Loss.CrossEntropy()))
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.retryable()).isTrue())
        .hasMessageContaining("Load the last checkpoint");
    assertThat(scripted.passes()).hasSize(1);
  }

  @Test
  void aModelLostInARestartAsksForTheLastCheckpoint() throws InterruptedException {
    var model = engine.createModel(4, 1);
    scripted.restart();
    assertThatThrownBy(() -> model.optimStep(1e-3))
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.retryable()).isTrue())
        .hasMessageContaining("Load the last checkpoint");
  }

  @Test
  void weightsGoBackToWhatWasSaved() throws InterruptedException {
    var model = engine.createModel(4, 1);
    model.forwardBackward(List.of(DATUM), new Loss.Clipped(0.8, 1.28));
    model.optimStep(1e-3);
    String path = model.saveWeights("one");
    var other = engine.createModel(4, 1);
    other.loadWeights(path);
    other.optimStep(2e-3);
    assertThat(scripted.saved(other.saveWeights("two")).learningRates())
        .containsExactly(1e-3, 2e-3);
  }

  @Test
  void logprobsComeBackForEveryTarget() throws InterruptedException {
    var logprobs = engine.createModel(4, 1).logprobs(List.of(DATUM, DATUM));
    assertThat(logprobs).hasSize(2).allSatisfy(each -> assertThat(each).hasSize(3));
  }

  @Test
  void loadingWhatIsNotThereIsFinal() throws InterruptedException {
    var model = engine.createModel(4, 1);
    assertThatThrownBy(() -> model.loadWeights("tinker://nobody/weights/nothing"))
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.retryable()).isFalse())
        .hasMessageContaining("nothing is kept at");
  }

  @Test
  void anEngineThatIsNotThereIsNamedWithItsAddress() {
    var nowhere =
        new EngineAddress(
            URI.create("http://127.0.0.1:9"),
            Optional.empty(),
            "m",
            Duration.ofMillis(300),
            Duration.ofSeconds(1));
    try (var lost = new TinkerEngine(nowhere, InstantSource.system())) {
      assertThatThrownBy(lost::base)
          .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.retryable()).isTrue())
          .hasMessageContaining("http://127.0.0.1:9");
    }
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    var patient = EngineAddress.of(URI.create("http://127.0.0.1:9"), Optional.empty(), "m");
    try (var lost = new TinkerEngine(patient, InstantSource.system())) {
      var ended = new CompletableFuture<Throwable>();
      Thread waiting =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      lost.base();
                    } catch (InterruptedException | EngineException e) {
                      ended.complete(e);
                    }
                  });
      waiting.interrupt();
      assertThat(ended.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    }
  }
}
