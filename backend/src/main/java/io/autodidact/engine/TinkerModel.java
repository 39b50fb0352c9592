package io.autodidact.engine;

import io.autodidact.engine.wire.ForwardBackwardOutput;
import io.autodidact.engine.wire.ForwardBackwardRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A LoRA model on a Tinker service. Each request carries the next number of this model; when the
 * network leaves it unclear whether one arrived, it is sent again with the same number, which the
 * service refuses if it had it: so no gradient is added and no step applied twice.
 */
final class TinkerModel implements TrainableModel {
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final TinkerHttp http;
  private final String id;
  private int seq;

  TinkerModel(TinkerHttp http, String id) {
    this.http = http;
    this.id = id;
  }

  @Override
  public Map<String, Double> forwardBackward(List<Datum> data, Loss loss)
      throws InterruptedException {
    var request = request(data);
    switch (loss) {
      case Loss.CrossEntropy() -> request.setLossFn("cross_entropy");
      case Loss.Clipped(double low, double high) ->
          request
              .setLossFn("ppo")
              .putLossFnConfig("clip_low_threshold", low)
              .putLossFnConfig("clip_high_threshold", high);
    }
    Answer answer = done("forward_backward", post(request));
    return answer.protobuf()
        ? Map.copyOf(answer.message(ForwardBackwardOutput.parser()).getMetricsMap())
        : metrics(answer.json().path("metrics"));
  }

  @Override
  public List<float[]> logprobs(List<Datum> data) throws InterruptedException {
    var request = request(data).setLossFn("cross_entropy").setForwardOnly(true);
    Answer answer = done("forward", post(request));
    List<float[]> logprobs = answer.protobuf() ? fromProtobuf(answer) : fromJson(answer.json());
    if (logprobs.size() != data.size()) {
      throw new EngineException(
          false, "The engine answered %d of %d sequences".formatted(logprobs.size(), data.size()));
    }
    return logprobs;
  }

  @Override
  public void optimStep(double learningRate) throws InterruptedException {
    ObjectNode body = named();
    ObjectNode adam = body.putObject("adam_params").put("learning_rate", learningRate);
    adam.put("beta1", 0.9).put("beta2", 0.95).put("eps", 1e-12).put("weight_decay", 0.0);
    adam.put("grad_clip_norm", 0.0);
    Answer accepted = http.post("optim_step", body);
    boolean had = accepted.status() == CONFLICT && accepted.unclearBefore();
    if (!had || namesRequest(accepted)) {
      done("optim_step", accepted);
    } // Else the service has it from the sending whose answer was lost, and does it in its turn.
  }

  @Override
  public String saveWeights(String name) throws InterruptedException {
    return saved("save_weights", name);
  }

  @Override
  public String saveForSampler(String name) throws InterruptedException {
    return saved("save_weights_for_sampler", name);
  }

  @Override
  public void loadWeights(String path) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      Answer accepted = http.post("load_weights", named().put("path", path).put("optimizer", true));
      Answer answer = outcome(accepted);
      // "Not found" is said of a model or request lost in a restart as well: then not twice.
      boolean absent = accepted.ok() && answer.status() == NOT_FOUND;
      if (answer.refused() || answer.noCheckpoint() || (absent && tries == 2)) {
        throw new UnreadableCheckpoint(path, answer.reason());
      }
      if (!absent) {
        done("load_weights", answer);
        return;
      }
    }
  }

  @Override
  public void unload() throws InterruptedException {
    ObjectNode body = Answer.MAPPER.createObjectNode().put("model_id", id);
    Answer accepted = http.post("unload_model", body);
    if (!accepted.unknown()) {
      done("unload_model", accepted);
    }
  }

  private String saved(String call, String name) throws InterruptedException {
    Answer answer = done(call, http.post(call, named().put("path", name)));
    String path = answer.json().path("path").asString("");
    if (path.isEmpty()) {
      throw new EngineException(false, "The engine kept " + name + " but did not say where");
    }
    return path;
  }

  private ObjectNode named() {
    return Answer.MAPPER.createObjectNode().put("model_id", id).put("seq_id", ++seq);
  }

  private ForwardBackwardRequest.Builder request(List<Datum> data) {
    var request = ForwardBackwardRequest.newBuilder().setModelId(id).setSeqId(++seq);
    data.forEach(datum -> request.addData(Tensors.datum(datum)));
    return request;
  }

  private Answer post(ForwardBackwardRequest.Builder request) throws InterruptedException {
    return http.post("forward_backward", TinkerHttp.PROTOBUF, request.build().toByteArray());
  }

  /** The embedded engine says under which request it has what it refuses to do twice. */
  private static boolean namesRequest(Answer conflict) {
    return conflict.json().has("request_id");
  }

  private Answer outcome(Answer accepted) throws InterruptedException {
    boolean had =
        accepted.status() == CONFLICT && accepted.unclearBefore() && namesRequest(accepted);
    return accepted.ok() || had ? http.result(accepted) : accepted;
  }

  private Answer done(String call, Answer accepted) throws InterruptedException {
    Answer answer = outcome(accepted);
    if (answer.ok() && (answer.protobuf() || !answer.json().has("error"))) {
      return answer;
    }
    boolean lost = answer.unknown() || (answer.status() == CONFLICT && answer.unclearBefore());
    throw new EngineException(
        lost,
        "%s of model %s failed (%d): %s%s"
            .formatted(
                call,
                id,
                answer.status(),
                answer.reason(),
                lost ? ". Load the last checkpoint into a new model and go on from there." : ""));
  }

  private static Map<String, Double> metrics(JsonNode json) {
    Map<String, Double> metrics = new HashMap<>();
    json.properties().forEach(entry -> metrics.put(entry.getKey(), entry.getValue().asDouble()));
    return Map.copyOf(metrics);
  }

  private static List<float[]> fromProtobuf(Answer answer) {
    List<float[]> logprobs = new ArrayList<>();
    for (var part : answer.message(ForwardBackwardOutput.parser()).getLossFnOutputsList()) {
      var batch = part.getFieldsOrThrow("logprobs");
      for (int i = 0; i < part.getNumDatums(); i++) {
        logprobs.add(Tensors.part(batch, i));
      }
    }
    return logprobs;
  }

  private static List<float[]> fromJson(JsonNode answer) {
    List<float[]> logprobs = new ArrayList<>();
    for (JsonNode output : answer.path("loss_fn_outputs")) {
      JsonNode field = output.path("logprobs");
      logprobs.add(Tensors.floats(field.has("data") ? field.path("data") : field));
    }
    return logprobs;
  }
}
