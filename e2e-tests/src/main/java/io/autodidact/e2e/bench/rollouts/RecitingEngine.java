package io.autodidact.e2e.bench.rollouts;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.autodidact.engine.EngineAddress;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An engine that speaks the Tinker wire at full speed: to a prompt it knows it recites the answer
 * it was taught, to any other it answers with what it says when it is lost.
 */
final class RecitingEngine implements AutoCloseable {
  private static final String API = "/api/v1/";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<List<Integer>, int[]> answers = new ConcurrentHashMap<>();
  private final Map<String, byte[]> futures = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger unknown = new AtomicInteger();
  private final int[] whenLost;
  private final HttpServer server;

  RecitingEngine(int[] whenLost) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.whenLost = whenLost.clone();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(API, this::handle);
    server.start();
  }

  EngineAddress address() {
    var root = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return EngineAddress.of(root, Optional.empty(), "reciting");
  }

  void teach(int[] prompt, int[] completion) {
    answers.put(Arrays.stream(prompt).boxed().toList(), completion.clone());
  }

  /** How many samples were of prompts it does not know. */
  int unknown() {
    return unknown.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var path = exchange.getRequestURI().getPath().substring(API.length());
      var request = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
      if (path.equals("retrieve_future")) {
        var ready = futures.remove(request.path("request_id").asString());
        reply(exchange, "application/x-protobuf", ready == null ? new byte[0] : ready);
      } else {
        reply(exchange, "application/json", JSON.writeValueAsBytes(answer(path, request)));
      }
    }
  }

  private static void reply(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private JsonNode answer(String path, JsonNode request) {
    var answer = JSON.createObjectNode();
    return switch (path) {
      case "create_session" -> answer.put("session_id", "session");
      case "create_sampling_session" -> answer.put("sampling_session_id", "sampling");
      case "asample" -> answer.put("request_id", sample(request));
      default -> answer;
    };
  }

  private String sample(JsonNode request) {
    var tokens = request.path("prompt").path("chunks").path(0).path("tokens");
    var prompt = tokens.valueStream().map(JsonNode::asInt).toList();
    var known = Optional.ofNullable(answers.get(prompt));
    int count = request.path("num_samples").asInt();
    if (known.isEmpty()) {
      unknown.addAndGet(count);
    }
    var sequence = sequence(known.orElse(whenLost));
    var response = SampleResponse.newBuilder();
    for (int i = 0; i < count; i++) {
      response.addSequences(sequence);
    }
    var id = "future-" + ids.incrementAndGet();
    futures.put(id, response.build().toByteArray());
    return id;
  }

  private static SampledSequence sequence(int[] tokens) {
    var ints = ByteBuffer.allocate(4 * tokens.length).order(ByteOrder.LITTLE_ENDIAN);
    var floats = ByteBuffer.allocate(4 * tokens.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int token : tokens) {
      ints.putInt(token);
      floats.putFloat(-0.125f);
    }
    return SampledSequence.newBuilder()
        .setStopReason(StopReason.STOP_REASON_STOP)
        .setTokens(ByteString.copyFrom(ints.flip()))
        .setLogprobs(ByteString.copyFrom(floats.flip()))
        .build();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
