package io.autodidact.engine;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client of one Tinker-compatible service: the embedded engine, SkyRL, or one elsewhere.
 * Thread-safe.
 */
public final class TinkerEngine implements Engine, AutoCloseable {
  private static final String SCHEME = "tinker://";
  private static final String[] NONE = {};
  private static final int TRIES_AFTER_FORGETTING = 3;

  private final EngineAddress address;
  private final HttpClient client;
  private final TinkerHttp http;
  private final TinkerSession session;

  public TinkerEngine(EngineAddress address, InstantSource clock) {
    this.address = address;
    client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    http = new TinkerHttp(address, client, clock);
    session = new TinkerSession(http);
  }

  @Override
  public Sampler base() throws InterruptedException {
    return sampler(TinkerSampler.Weights.base(address.baseModel()));
  }

  @Override
  public Sampler sampler(String samplerPath) throws InterruptedException {
    return sampler(TinkerSampler.Weights.checkpoint(samplerPath));
  }

  @Override
  public Scorer scorer(String samplerPath) throws InterruptedException {
    return sampler(TinkerSampler.Weights.checkpoint(samplerPath));
  }

  @Override
  public TrainableModel createModel(int rank, long seed) throws InterruptedException {
    for (int tries = 1; ; tries++) {
      String owner = session.id();
      Answer accepted = http.post("create_model", modelRequest(owner, rank, seed));
      Answer answer = accepted.ok() ? http.result(accepted) : accepted;
      if (answer.ok() && answer.json().has("model_id")) {
        return new TinkerModel(http, answer.json().get("model_id").asString());
      }
      boolean forgotten = answer.unknown() && session.isForgotten(owner);
      boolean doubled = answer.status() == 409 && accepted.unclearBefore();
      if (!(forgotten || doubled) || tries == TRIES_AFTER_FORGETTING) {
        throw new EngineException(
            false,
            "The engine made no model on %s (%d): %s"
                .formatted(address.baseModel(), answer.status(), answer.reason()));
      }
    }
  }

  @Override
  public byte[] downloadAdapter(String samplerPath) throws InterruptedException {
    Adapter adapter = Adapter.at(samplerPath);
    Answer answer = http.get("adapters/%s/%s".formatted(adapter.model(), adapter.name()));
    if (answer.unknown()) {
      answer = archive(adapter);
    }
    if (!answer.ok()) {
      throw new EngineException(
          false,
          "The engine does not give the adapter at %s (%d): %s"
              .formatted(samplerPath, answer.status(), answer.reason()));
    }
    return answer.body();
  }

  @Override
  public String uploadAdapter(String name, byte[] tar) throws InterruptedException {
    Answer answer = http.post("adapters/" + name, "application/x-tar", tar);
    String path = answer.ok() ? answer.json().path("path").asString("") : "";
    if (path.isEmpty()) {
      throw new EngineException(
          false,
          "The engine did not take the adapter %s (%d): %s"
              .formatted(name, answer.status(), answer.reason()));
    }
    return path;
  }

  @Override
  public void close() {
    session.close();
    client.shutdownNow();
  }

  private TinkerSampler sampler(TinkerSampler.Weights weights) throws InterruptedException {
    return new TinkerSampler(http, session, weights).opened();
  }

  private ObjectNode modelRequest(String owner, int rank, long seed) {
    ObjectNode body = Answer.MAPPER.createObjectNode();
    body.put("session_id", owner).put("model_seq_id", session.next());
    body.put("base_model", address.baseModel());
    ObjectNode lora = body.putObject("lora_config").put("rank", rank);
    lora.put("seed", seed & Integer.MAX_VALUE).put("train_mlp", true).put("train_attn", true);
    lora.put("train_unembed", false);
    return body;
  }

  /** The official service answers with an address to read the archive from. */
  private Answer archive(Adapter adapter) throws InterruptedException {
    Answer answer =
        http.get(
            "training_runs/%s/checkpoints/%s/archive"
                .formatted(adapter.model(), adapter.checkpoint()));
    if (!answer.ok() || !isAddress(answer)) {
      return answer;
    }
    URI elsewhere = URI.create(answer.json().path("url").asString());
    return http.follow(address.root().resolve(elsewhere));
  }

  /** {@code tinker://MODEL/sampler_weights/NAME} or {@code tinker://MODEL/NAME}. */
  private record Adapter(String model, String checkpoint, String name) {
    static Adapter at(String path) {
      String[] parts = path.startsWith(SCHEME) ? path.substring(SCHEME.length()).split("/") : NONE;
      if (parts.length < 2 || parts.length > 3) {
        throw new EngineException(
            false,
            "'%s' is no path of an adapter; tinker://MODEL/sampler_weights/NAME is"
                .formatted(path));
      }
      String checkpoint = String.join("/", List.of(parts).subList(1, parts.length));
      return new Adapter(parts[0], checkpoint, parts[parts.length - 1]);
    }
  }

  private static boolean isAddress(Answer answer) {
    byte[] body = answer.body();
    return body.length > 0 && body[0] == '{' && answer.json().has("url");
  }
}
