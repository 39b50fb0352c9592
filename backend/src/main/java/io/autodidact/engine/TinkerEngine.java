package io.autodidact.engine;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client of one Tinker-compatible service: the embedded engine, SkyRL, or one elsewhere.
 * Thread-safe.
 */
public final class TinkerEngine implements Engine, AutoCloseable {
  private static final String SCHEME = "tinker://";
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
    return sampler(new TinkerSampler.Weights("base_model", address.baseModel()));
  }

  @Override
  public Sampler sampler(String samplerPath) throws InterruptedException {
    return sampler(new TinkerSampler.Weights("model_path", samplerPath));
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
      if (!answer.unknown() || tries == TRIES_AFTER_FORGETTING) {
        throw new EngineException(
            false,
            "The engine made no model on %s (%d): %s"
                .formatted(address.baseModel(), answer.status(), answer.reason()));
      }
      session.forget(owner);
    }
  }

  @Override
  public byte[] downloadAdapter(String samplerPath) throws InterruptedException {
    Answer answer = http.get(archive(samplerPath));
    if (answer.ok() && isAddress(answer)) {
      answer =
          http.follow(address.root().resolve(URI.create(answer.json().path("url").asString())));
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
    Answer answer = http.put("adapters/" + name, "application/x-tar", tar);
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

  private Sampler sampler(TinkerSampler.Weights weights) throws InterruptedException {
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

  /** {@code tinker://MODEL/sampler_weights/NAME} or {@code tinker://MODEL/NAME}. */
  private static String archive(String samplerPath) {
    String rest = samplerPath.startsWith(SCHEME) ? samplerPath.substring(SCHEME.length()) : "";
    int slash = rest.indexOf('/');
    if (slash <= 0 || slash == rest.length() - 1) {
      throw new EngineException(
          false, "'%s' is no path of an adapter: tinker://MODEL/NAME is".formatted(samplerPath));
    }
    return "training_runs/%s/checkpoints/%s/archive"
        .formatted(rest.substring(0, slash), rest.substring(slash + 1));
  }

  private static boolean isAddress(Answer answer) {
    byte[] body = answer.body();
    return body.length > 0 && body[0] == '{' && answer.json().has("url");
  }
}
