package io.autodidact.engine;

import io.autodidact.engine.wire.SampleResponse;
import io.autodidact.engine.wire.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Samples from the base model or from an adapter the service keeps, and lets it judge texts. */
final class TinkerSampler implements Sampler, Scorer {
  /** What to sample from: field and value of a sampling session's request. */
  record Weights(String field, String value) {
    static Weights base(String model) {
      return new Weights("base_model", model);
    }

    static Weights checkpoint(String path) {
      return new Weights("model_path", path);
    }

    boolean isCheckpoint() {
      return field.equals("model_path");
    }
  }

  private static final int TRIES_AFTER_FORGETTING = 3;
  private static final SamplingSettings ONE_TOKEN = new SamplingSettings(1, 0, 0, List.of());

  private final TinkerHttp http;
  private final TinkerSession session;
  private final Weights weights;
  private final AtomicInteger requests = new AtomicInteger();
  private @Nullable String samplingSession;

  TinkerSampler(TinkerHttp http, TinkerSession session, Weights weights) {
    this.http = http;
    this.session = session;
    this.weights = weights;
  }

  @Override
  public List<SampledSequence> sample(int[] prompt, int count, SamplingSettings settings)
      throws InterruptedException {
    return read(answer(request(prompt, count, settings)));
  }

  /** The wire scores a prompt only while it samples behind it: one token, which is dropped. */
  @Override
  public float[] logprobs(int[] tokens) throws InterruptedException {
    var request = request(tokens, 1, ONE_TOKEN).put("prompt_logprobs", true);
    float[] logprobs = PromptLogprobs.read(answer(request));
    if (logprobs.length != tokens.length - 1) {
      throw new EngineException(
          false,
          "The engine scored %d of %d tokens; a run that keeps near its beginning needs all of them"
              .formatted(logprobs.length, tokens.length - 1));
    }
    return logprobs;
  }

  private Answer answer(ObjectNode request) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      String in = samplingSession();
      request.put("sampling_session_id", in).put("seq_id", requests.getAndIncrement());
      Answer accepted = http.post("asample", request);
      Answer answer = accepted.ok() ? http.result(accepted) : accepted;
      if (answer.ok() && (answer.protobuf() || !answer.json().has("error"))) {
        return answer;
      }
      boolean again = answer.unknown() || (answer.status() == 409 && accepted.unclearBefore());
      if (!again || tries == TRIES_AFTER_FORGETTING) {
        if (answer.unknown() && weights.isCheckpoint()) {
          throw nothingAt(answer, false); // Not the session is unknown: each try had a new one.
        }
        throw new EngineException(
            again,
            "The engine can not sample from %s (%d): %s"
                .formatted(weights.value(), answer.status(), answer.reason()));
      }
      forget(in);
    }
  }

  /**
   * Opens the sampling session now, so that a path the service does not know is refused at once.
   */
  TinkerSampler opened() throws InterruptedException {
    samplingSession();
    return this;
  }

  private synchronized String samplingSession() throws InterruptedException {
    for (int tries = 1; samplingSession == null; tries++) {
      String owner = session.id();
      ObjectNode body = Answer.MAPPER.createObjectNode().put("session_id", owner);
      body.put("sampling_session_seq_id", session.next()).put(weights.field(), weights.value());
      Answer answer = http.post("create_sampling_session", body);
      if (answer.ok() && answer.json().has("sampling_session_id")) {
        samplingSession = answer.json().get("sampling_session_id").asString();
      } else {
        boolean forgotten = answer.unknown() && session.isForgotten(owner);
        if (!forgotten || tries == TRIES_AFTER_FORGETTING) {
          throw nothingAt(answer, forgotten);
        }
      }
    }
    return samplingSession;
  }

  private EngineException nothingAt(Answer answer, boolean forgotten) {
    String message =
        "The engine has nothing to sample from at %s (%d): %s"
            .formatted(weights.value(), answer.status(), answer.reason());
    boolean absent = answer.unknown() && !forgotten;
    return weights.isCheckpoint() && (absent || answer.refused())
        ? new UnreadableCheckpoint(weights.value(), message)
        : new EngineException(forgotten, message);
  }

  private synchronized void forget(String stale) {
    if (stale.equals(samplingSession)) {
      samplingSession = null;
    }
  }

  private static ObjectNode request(int[] prompt, int count, SamplingSettings settings) {
    ObjectNode body = Answer.MAPPER.createObjectNode();
    body.put("num_samples", count);
    ObjectNode chunk = body.putObject("prompt").putArray("chunks").addObject();
    var tokens = chunk.put("type", "encoded_text").putArray("tokens");
    for (int token : prompt) {
      tokens.add(token);
    }
    ObjectNode how = body.putObject("sampling_params");
    how.put("max_tokens", settings.maxTokens()).put("temperature", settings.temperature());
    how.put("seed", settings.seed() & Integer.MAX_VALUE).put("top_p", 1.0).put("top_k", -1);
    var stop = how.putArray("stop");
    settings.stopTokens().forEach(stop::add);
    return body;
  }

  private static List<SampledSequence> read(Answer answer) {
    List<SampledSequence> sequences = new ArrayList<>();
    if (answer.protobuf()) {
      for (var s : answer.message(SampleResponse.parser()).getSequencesList()) {
        boolean stopped = s.getStopReason() == StopReason.STOP_REASON_STOP;
        sequences.add(
            sequence(Tensors.ints(s.getTokens()), Tensors.floats(s.getLogprobs()), stopped));
      }
    } else {
      for (JsonNode s : answer.json().path("sequences")) {
        boolean stopped = s.path("stop_reason").asString("").equals("stop");
        sequences.add(
            sequence(Tensors.ints(s.path("tokens")), Tensors.floats(s.path("logprobs")), stopped));
      }
    }
    return List.copyOf(sequences);
  }

  private static SampledSequence sequence(int[] tokens, float[] logprobs, boolean stopped) {
    if (tokens.length != logprobs.length) {
      throw new EngineException(
          false,
          "The engine sampled %d tokens but sent %d log-probabilities; learning needs one for each"
              .formatted(tokens.length, logprobs.length));
    }
    return new SampledSequence(tokens, logprobs, stopped);
  }
}
