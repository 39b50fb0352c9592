package io.autodidact.engine;

import io.autodidact.engine.wire.ForwardBackwardRequest;
import java.util.ArrayList;
import java.util.List;

/** A model that remembers what it was trained on instead of learning it. */
public final class ScriptedModel {
  /** One forward-backward pass: what was asked, and how often steps had been applied before it. */
  public record Pass(String loss, int data, int stepsBefore) {}

  /**
   * The life of some weights.
   *
   * @param learningRates one an optimiser step
   */
  public record State(List<Double> learningRates) {
    public State {
      learningRates = List.copyOf(learningRates);
    }
  }

  private final List<Double> learningRates = new ArrayList<>();
  private int lastSeq;

  synchronized boolean accepts(int seq) {
    if (seq <= lastSeq) {
      return false;
    }
    lastSeq = seq;
    return true;
  }

  synchronized Pass forwardBackward(ForwardBackwardRequest request) {
    return new Pass(request.getLossFn(), request.getDataCount(), learningRates.size());
  }

  synchronized void optimStep(double learningRate) {
    learningRates.add(learningRate);
  }

  synchronized State state() {
    return new State(learningRates);
  }

  synchronized void load(State state) {
    learningRates.clear();
    learningRates.addAll(state.learningRates());
  }
}
