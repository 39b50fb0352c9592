package io.autodidact.engine;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requests of the Tinker wire: sent again while the service is out of reach or busy, within a
 * deadline, and ended by an interrupt. A request that names a model carries its {@code seq_id}, so
 * sending it twice does it once.
 */
final class TinkerHttp {
  private static final Duration ONE_TRY = Duration.ofSeconds(60);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int TRIES_AFTER_SERVER_ERROR = 3;
  static final String PROTOBUF = "application/x-protobuf";

  private final EngineAddress address;
  private final HttpClient http;
  private final InstantSource clock;

  TinkerHttp(EngineAddress address, HttpClient http, InstantSource clock) {
    this.address = address;
    this.http = http;
    this.clock = clock;
  }

  /** Posts JSON; any answer below 500 that is neither "busy" nor "too many" comes back. */
  Answer post(String path, ObjectNode body) throws InterruptedException {
    return send(request(path).POST(json(body)).build(), clock.instant().plus(address.patience()));
  }

  /** Posts bytes of another kind, likewise. */
  Answer post(String path, String contentType, byte[] body) throws InterruptedException {
    var request =
        request(path)
            .setHeader("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return send(request, clock.instant().plus(address.patience()));
  }

  Answer get(String path) throws InterruptedException {
    return send(request(path).GET().build(), clock.instant().plus(address.patience()));
  }

  /** Reads an address the service sent us to; the key is for the service only and stays here. */
  Answer follow(URI elsewhere) throws InterruptedException {
    var request = HttpRequest.newBuilder(elsewhere).timeout(ONE_TRY).GET().build();
    return send(request, clock.instant().plus(address.patience()));
  }

  /** Waits for the result of an accepted request; 408 means "not yet". */
  Answer result(Answer accepted) throws InterruptedException {
    String id = accepted.json().path("request_id").asString("");
    if (id.isEmpty()) {
      return accepted;
    }
    Instant deadline = clock.instant().plus(address.limit());
    var question =
        request("retrieve_future")
            .setHeader("Accept", PROTOBUF + ", application/json")
            .POST(json(Answer.MAPPER.createObjectNode().put("request_id", id)))
            .build();
    try {
      while (true) {
        Answer answer = send(question, deadline);
        if (answer.status() != 408 && !pending(answer)) {
          return answer;
        }
        if (clock.instant().isAfter(deadline)) {
          throw new EngineException(
              true,
              "The engine did not finish a request within " + address.limit().toSeconds() + " s");
        }
      }
    } catch (InterruptedException e) {
      cancel(id);
      throw e;
    }
  }

  /**
   * Tells the service that nobody waits any more. Not every service has the call, and none answers
   * anything of interest to who has left.
   */
  private void cancel(String requestId) {
    var body = json(Answer.MAPPER.createObjectNode().put("request_id", requestId));
    http.sendAsync(request("cancel_future").POST(body).build(), BodyHandlers.discarding());
  }

  private static boolean pending(Answer answer) {
    return answer.ok()
        && !answer.protobuf()
        && answer.json().path("type").asString("").equals("try_again");
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(address.at(path))
            .timeout(ONE_TRY)
            .setHeader("Content-Type", "application/json")
            .setHeader("Accept", "application/json");
    address.apiKey().ifPresent(key -> request.setHeader("X-API-Key", key));
    return request;
  }

  private static BodyPublisher json(ObjectNode body) {
    return BodyPublishers.ofByteArray(Answer.MAPPER.writeValueAsBytes(body));
  }

  private Answer send(HttpRequest request, Instant deadline) throws InterruptedException {
    boolean unclear = false;
    int serverErrors = 0;
    for (int tries = 1; ; tries++) {
      Duration pause = backoff(tries);
      String trouble;
      IOException cause = null;
      try {
        var response = http.send(request, BodyHandlers.ofByteArray());
        int status = response.statusCode();
        if (status < 500 && status != 429) {
          return answer(response, unclear);
        }
        if (status != 429 && status != 503) {
          unclear = true;
          if (++serverErrors == TRIES_AFTER_SERVER_ERROR) {
            throw failed(request, answer(response, unclear));
          }
        }
        pause = response.headers().firstValue("Retry-After").map(TinkerHttp::seconds).orElse(pause);
        trouble = answer(response, unclear).reason();
      } catch (ConnectException e) {
        trouble = "nothing listens there";
        cause = e;
      } catch (IOException e) {
        unclear = true;
        trouble = String.valueOf(e.getMessage());
        cause = e;
      }
      if (clock.instant().plus(pause).isAfter(deadline)) {
        throw outOfReach(request, trouble, cause);
      }
      Thread.sleep(pause);
    }
  }

  private static Duration backoff(int tries) {
    Duration pause = Duration.ofMillis(50L << Math.min(tries, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private static Duration seconds(String retryAfter) {
    try {
      return Duration.ofSeconds(Math.clamp(Long.parseLong(retryAfter.strip()), 0, 60));
    } catch (NumberFormatException e) {
      return LONGEST_PAUSE;
    }
  }

  private static Answer answer(HttpResponse<byte[]> response, boolean unclear) {
    boolean protobuf =
        response.headers().firstValue("Content-Type").orElse("").startsWith(PROTOBUF);
    int status = response.statusCode();
    if (status / 100 == 3) {
      String location = response.headers().firstValue("Location").orElse("");
      byte[] url =
          Answer.MAPPER.writeValueAsBytes(Answer.MAPPER.createObjectNode().put("url", location));
      return new Answer(200, false, url, unclear);
    }
    return new Answer(status, protobuf, response.body(), unclear);
  }

  private static EngineException failed(HttpRequest request, Answer answer) {
    return new EngineException(
        true,
        "The engine failed at %s (%d): %s"
            .formatted(request.uri().getPath(), answer.status(), answer.reason()));
  }

  private EngineException outOfReach(
      HttpRequest request, String trouble, @Nullable IOException cause) {
    String message =
        "The engine at %s can not be reached: %s. Start it, or check its address in the settings."
            .formatted(request.uri(), trouble);
    return cause == null
        ? new EngineException(true, message)
        : new EngineException(true, message, cause);
  }
}
