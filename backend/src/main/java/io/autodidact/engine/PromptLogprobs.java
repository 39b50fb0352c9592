package io.autodidact.engine;

import io.autodidact.engine.wire.SampleResponse;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/**
 * Reads how likely a prompt was, token by token. The first token has nothing before it, and no
 * score: engines put an undefined value in its place, or leave it out.
 */
final class PromptLogprobs {
  private PromptLogprobs() {}

  /** Of x_1 … x_{n−1}; empty if the answer has none. */
  static float[] read(Answer answer) {
    float[] scores = answer.protobuf() ? ofMessage(answer) : ofJson(answer);
    return scores.length > 0 && Float.isNaN(scores[0])
        ? Arrays.copyOfRange(scores, 1, scores.length)
        : scores;
  }

  private static float[] ofMessage(Answer answer) {
    return Tensors.floats(answer.message(SampleResponse.parser()).getPromptLogprobs());
  }

  private static float[] ofJson(Answer answer) {
    JsonNode scores = answer.json().path("prompt_logprobs");
    float[] read = new float[scores.size()];
    for (int i = 0; i < read.length; i++) {
      read[i] = scores.get(i).isNumber() ? (float) scores.get(i).asDouble() : Float.NaN;
    }
    return read;
  }
}
