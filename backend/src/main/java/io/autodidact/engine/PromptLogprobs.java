package io.autodidact.engine;

import io.autodidact.engine.wire.SampleResponse;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/** Reads how likely a prompt was, token by token; the first has nothing before it, and no score. */
final class PromptLogprobs {
  private PromptLogprobs() {}

  /** Of x_1 … x_{n−1}; empty if the answer has none. */
  static float[] read(Answer answer) {
    if (answer.protobuf()) {
      var scores = Tensors.floats(answer.message(SampleResponse.parser()).getPromptLogprobs());
      return scores.length == 0 ? scores : Arrays.copyOfRange(scores, 1, scores.length);
    }
    JsonNode scores = answer.json().path("prompt_logprobs");
    float[] read = new float[Math.max(0, scores.size() - 1)];
    for (int i = 0; i < read.length; i++) {
      read[i] = (float) scores.get(i + 1).asDouble();
    }
    return read;
  }
}
