package io.autodidact.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The session that the service ties models and samplers to. Opened when first needed, kept alive by
 * heartbeats, opened anew when the service has forgotten it.
 */
final class TinkerSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TinkerSession.class);
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private final TinkerHttp http;
  private final AtomicInteger sequence = new AtomicInteger();
  private @Nullable String id;
  private @Nullable Thread heartbeats;

  TinkerSession(TinkerHttp http) {
    this.http = http;
  }

  /** The session's id; opens one if there is none. */
  synchronized String id() throws InterruptedException {
    if (id == null) {
      id = open();
      if (heartbeats == null) {
        heartbeats = Thread.ofVirtual().name("engine-heartbeats").start(this::beat);
      }
    }
    return id;
  }

  /** A number that no other model or sampler of this session has. */
  int next() {
    return sequence.getAndIncrement();
  }

  /**
   * Asks whether the service still knows a session, after it did not know something that belongs to
   * it.
   *
   * @return true if it has forgotten it: the next request opens another
   */
  boolean isForgotten(String session) throws InterruptedException {
    var heartbeat = Answer.MAPPER.createObjectNode().put("session_id", session);
    if (!http.post("session_heartbeat", heartbeat).unknown()) {
      return false;
    }
    forget(session);
    return true;
  }

  private synchronized void forget(String stale) {
    if (stale.equals(id)) {
      LOG.info("The engine has forgotten session {}; the next request opens another", stale);
      id = null;
    }
  }

  @Override
  public synchronized void close() {
    if (heartbeats != null) {
      heartbeats.interrupt();
    }
  }

  private String open() throws InterruptedException {
    ObjectNode body = Answer.MAPPER.createObjectNode();
    body.putArray("tags").add("autodidact");
    body.putObject("user_metadata");
    body.put("sdk_version", "0.25.0");
    Answer answer = http.post("create_session", body);
    String opened = answer.ok() ? answer.json().path("session_id").asString("") : "";
    if (opened.isEmpty()) {
      throw new EngineException(
          false,
          "The engine did not open a session (%d): %s".formatted(answer.status(), answer.reason()));
    }
    return opened;
  }

  private void beat() {
    try {
      while (true) {
        Thread.sleep(HEARTBEAT);
        String current = current();
        if (current != null) {
          beat(current);
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("Heartbeats to the engine end");
    }
  }

  private void beat(String current) throws InterruptedException {
    try {
      isForgotten(current);
    } catch (EngineException e) {
      LOG.warn("No heartbeat reached the engine: {}", e.getMessage());
    }
  }

  private synchronized @Nullable String current() {
    return id;
  }
}
