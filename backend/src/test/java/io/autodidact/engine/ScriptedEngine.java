package io.autodidact.engine;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.autodidact.engine.wire.ArrayRecord;
import io.autodidact.engine.wire.BatchedTensor;
import io.autodidact.engine.wire.DType;
import io.autodidact.engine.wire.ForwardBackwardOutput;
import io.autodidact.engine.wire.ForwardBackwardRequest;
import io.autodidact.engine.wire.SampleResponse;
import io.autodidact.engine.wire.SampledSequence;
import io.autodidact.engine.wire.StopReason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An engine without a model: answers over the real wire at once, with tokens from a policy written
 * down in the test, and keeps account of what was trained. Faults can be planted.
 */
public final class ScriptedEngine implements AutoCloseable {
  static {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** What the engine says: token ids that continue the prompt. */
  public interface Policy {
    int[] continuation(int[] prompt, int sample, long seed);
  }

  /** What a client is made to suffer once. */
  public enum Fault {
    /** The request is done, but its answer is lost. */
    ANSWER_LOST,
    /** The request is not done: 503. */
    BUSY
  }

  private static final String PREFIX = "/api/v1/";
  private static final String JSON = "application/json";
  private static final String PROTOBUF = "application/x-protobuf";
  private static final float LOGPROB = -0.125f;

  private final Policy policy;
  private final HttpServer server;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<String, Reply> futures = new ConcurrentHashMap<>();
  private final Map<String, String> samplingSessions = new ConcurrentHashMap<>();
  private final Map<String, ScriptedModel> models = new ConcurrentHashMap<>();
  private final Map<String, ScriptedModel.State> saved = new ConcurrentHashMap<>();
  private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
  private final Queue<ScriptedModel.Pass> passes = new ConcurrentLinkedQueue<>();

  private record Reply(int status, String type, byte[] body) {}

  public ScriptedEngine(Policy policy) {
    this(policy, 0);
  }

  ScriptedEngine(Policy policy, int port) {
    this.policy = policy;
    try {
      var loopback = InetAddress.getLoopbackAddress();
      server = HttpServer.create(new InetSocketAddress(loopback, port), 1024);
    } catch (IOException e) {
      throw new IllegalStateException("The scripted engine found no free port", e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(PREFIX, this::handle);
    server.start();
  }

  public EngineAddress address() {
    return EngineAddress.of(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
        Optional.empty(),
        "scripted");
  }

  /** Plants a fault in the next request to that path. */
  public void plant(String path, Fault fault) {
    faults.computeIfAbsent(path, p -> new ConcurrentLinkedQueue<>()).add(fault);
  }

  /** Forgets all but what was saved, as a killed engine does. */
  public void restart() {
    samplingSessions.clear();
    models.clear();
    futures.clear();
  }

  /** Every forward-backward pass so far, those of models since forgotten included. */
  public List<ScriptedModel.Pass> passes() {
    return List.copyOf(passes);
  }

  /** Loses what was kept at that path, as a damaged disk does. */
  public void lose(String path) {
    saved.remove(path);
  }

  /** What the weights kept at that path have been through. */
  public ScriptedModel.State saved(String path) {
    return Optional.ofNullable(saved.get(path)).orElseThrow();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath().substring(PREFIX.length());
      Fault fault = faults.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
      Reply reply = fault == Fault.BUSY ? refused(503, "busy") : answer(path, body);
      if (fault == Fault.ANSWER_LOST) {
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", reply.type());
      exchange.sendResponseHeaders(reply.status(), reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  private Reply answer(String path, byte[] body) throws InvalidProtocolBufferException {
    if (path.equals("forward_backward")) {
      return train(ForwardBackwardRequest.parseFrom(body));
    }
    JsonNode request = body.length == 0 ? object() : Answer.MAPPER.readTree(body);
    return switch (path) {
      case "create_session" -> now(object().put("session_id", next("session")));
      case "healthz", "session_heartbeat" -> now(object());
      case "create_sampling_session" -> now(samplingSession(request));
      case "retrieve_future" -> future(request.path("request_id").asString());
      case "asample" -> sample(request);
      case "create_model" -> {
        String id = next("model");
        models.put(id, new ScriptedModel());
        yield later(object().put("model_id", id));
      }
      case "unload_model" -> {
        models.remove(request.path("model_id").asString());
        yield later(object());
      }
      case "optim_step", "save_weights", "save_weights_for_sampler", "load_weights" ->
          change(path, request);
      default -> refused(404, "no such path");
    };
  }

  private Reply future(String id) {
    Reply reply = futures.get(id);
    return reply == null ? refused(404, "unknown request") : reply;
  }

  private ObjectNode samplingSession(JsonNode request) {
    String id = next("sampling");
    samplingSessions.put(id, request.path("model_path").asString("base"));
    return object().put("sampling_session_id", id);
  }

  private Reply sample(JsonNode request) {
    if (!samplingSessions.containsKey(request.path("sampling_session_id").asString())) {
      return refused(404, "unknown sampling session");
    }
    int[] prompt = Tensors.ints(request.path("prompt").path("chunks").path(0).path("tokens"));
    long seed = request.path("sampling_params").path("seed").asLong();
    var response = SampleResponse.newBuilder();
    for (int i = 0; i < request.path("num_samples").asInt(); i++) {
      int[] tokens = policy.continuation(prompt, i, seed);
      float[] logprobs = new float[tokens.length];
      Arrays.fill(logprobs, LOGPROB);
      response.addSequences(
          SampledSequence.newBuilder()
              .setStopReason(StopReason.STOP_REASON_STOP)
              .setTokens(bytes(tokens))
              .setLogprobs(bytes(logprobs)));
    }
    if (request.path("prompt_logprobs").asBoolean(false)) {
      float[] logprobs = new float[prompt.length];
      Arrays.fill(logprobs, LOGPROB);
      logprobs[0] = Float.NaN;
      response.setPromptLogprobs(bytes(logprobs));
    }
    return later(PROTOBUF, response.build().toByteArray());
  }

  private Reply train(ForwardBackwardRequest request) {
    ScriptedModel model = models.get(request.getModelId());
    if (model == null) {
      return refused(404, "unknown model");
    }
    if (!model.accepts(request.getSeqId())) {
      return refused(409, "seq_id was used");
    }
    if (!request.getForwardOnly()) {
      passes.add(model.forwardBackward(request));
    }
    var data = ByteBuffer.allocate(tokens(request) * 4).order(ByteOrder.LITTLE_ENDIAN);
    var offsets =
        ByteBuffer.allocate((request.getDataCount() + 1) * 8).order(ByteOrder.LITTLE_ENDIAN);
    offsets.putLong(0);
    for (var datum : request.getDataList()) {
      for (int i = 0; i < length(datum); i++) {
        data.putFloat(LOGPROB);
      }
      offsets.putLong(data.position());
    }
    var logprobs =
        BatchedTensor.newBuilder()
            .setData(ByteString.copyFrom(data.flip()))
            .setOffsets(ByteString.copyFrom(offsets.flip()))
            .setDtype(DType.DTYPE_FLOAT32);
    var output =
        ForwardBackwardOutput.newBuilder()
            .addLossFnOutputs(
                ArrayRecord.newBuilder()
                    .setNumDatums(request.getDataCount())
                    .putFields("logprobs", logprobs.build()))
            .putMetrics("loss:sum", 1.0);
    return later(PROTOBUF, output.build().toByteArray());
  }

  private Reply change(String path, JsonNode request) {
    String id = request.path("model_id").asString();
    ScriptedModel model = models.get(id);
    if (model == null) {
      return refused(404, "unknown model");
    }
    if (!model.accepts(request.path("seq_id").asInt())) {
      return refused(409, "seq_id was used");
    }
    if (path.equals("optim_step")) {
      model.optimStep(request.path("adam_params").path("learning_rate").asDouble());
      return later(object().putObject("metrics"));
    }
    String name = request.path("path").asString();
    if (path.equals("load_weights")) {
      ScriptedModel.State state = saved.get(name);
      if (state == null) {
        return refused(400, "nothing is kept at " + name);
      }
      model.load(state);
      return later(object().put("path", name));
    }
    String kind = path.equals("save_weights") ? "weights" : "sampler_weights";
    String kept = "tinker://%s/%s/%s".formatted(id, kind, name);
    saved.put(kept, model.state());
    return later(object().put("path", kept));
  }

  private Reply later(ObjectNode body) {
    return later(JSON, Answer.MAPPER.writeValueAsBytes(body));
  }

  private Reply later(String type, byte[] body) {
    String id = next("request");
    futures.put(id, new Reply(200, type, body));
    return now(object().put("request_id", id));
  }

  private static Reply now(ObjectNode body) {
    return new Reply(200, JSON, Answer.MAPPER.writeValueAsBytes(body));
  }

  private static Reply refused(int status, String why) {
    return new Reply(status, JSON, Answer.MAPPER.writeValueAsBytes(object().put("detail", why)));
  }

  private String next(String kind) {
    return kind + "-" + ids.incrementAndGet();
  }

  private static ObjectNode object() {
    return Answer.MAPPER.createObjectNode();
  }

  private static int tokens(ForwardBackwardRequest request) {
    return request.getDataList().stream().mapToInt(ScriptedEngine::length).sum();
  }

  private static int length(io.autodidact.engine.wire.Datum datum) {
    return datum.getModelInput(0).getEncodedText().getTokens().size() / Integer.BYTES;
  }

  private static ByteString bytes(int[] values) {
    var buffer = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asIntBuffer().put(values);
    return ByteString.copyFrom(buffer);
  }

  private static ByteString bytes(float[] values) {
    var buffer = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asFloatBuffer().put(values);
    return ByteString.copyFrom(buffer);
  }
}
