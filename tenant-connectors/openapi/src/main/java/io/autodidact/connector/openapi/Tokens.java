package io.autodidact.connector.openapi;

import java.net.CookieManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** OAuth 2 tokens: renewed before they expire, and once where the software refuses one. */
final class Tokens implements Credentials {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private record Token(String access, Optional<String> refresh, Instant staleAt) {}

  private final TokenRequest request;
  private final GuardedHttp http;
  private final Clock clock;
  private final ReentrantLock renewing = new ReentrantLock();
  private volatile Optional<Token> current = Optional.empty();

  Tokens(TokenRequest request, GuardedHttp http, Clock clock) {
    this.request = request;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public HttpCall sign(HttpCall call, Deadline deadline)
      throws NoAnswer, CredentialsRefused, InterruptedException {
    return call.with("Authorization", "Bearer " + fresh(deadline).access());
  }

  @Override
  public boolean renewable(HttpCall refused) {
    var token = current;
    if (token.isPresent() && refused.carries("Bearer " + token.get().access())) {
      // The refresh token goes too: who ended the session ended it for both.
      current = Optional.empty();
    }
    return true;
  }

  private Token fresh(Deadline deadline) throws NoAnswer, CredentialsRefused, InterruptedException {
    var token = current;
    if (usable(token)) {
      return token.orElseThrow();
    }
    renewing.lockInterruptibly();
    try {
      token = current;
      if (!usable(token)) {
        token = Optional.of(renewed(token, deadline));
        current = token;
      }
      return token.orElseThrow();
    } finally {
      renewing.unlock();
    }
  }

  private boolean usable(Optional<Token> token) {
    return token.isPresent() && clock.instant().isBefore(token.get().staleAt());
  }

  private Token renewed(Optional<Token> old, Deadline deadline)
      throws NoAnswer, CredentialsRefused, InterruptedException {
    var refresh = old.flatMap(Token::refresh);
    if (refresh.isPresent()) {
      var answer = http.send(request.refresh(refresh.get()), new CookieManager(), deadline);
      if (answer.status() == 200) {
        return read(answer);
      }
    }
    return read(http.send(request.grant(), new CookieManager(), deadline));
  }

  private Token read(HttpAnswer answer) throws NoAnswer, CredentialsRefused {
    if (answer.status() == 429 || answer.status() >= 500) {
      throw new NoAnswer(
          NoAnswer.Reason.CONNECTION,
          request.tokenUrl().getHost()
              + " gives no tokens at the moment ("
              + answer.status()
              + ").");
    }
    var json = json(answer);
    var access = json.path("access_token").asString("");
    if (answer.status() != 200 || access.isEmpty()) {
      throw new CredentialsRefused(
          401,
          request.tokenUrl().getHost()
              + " gives no token for these credentials ("
              + answer.status()
              + "): "
              + Problem.message(answer, json)
              + " Check the client, the user and the secrets of the connection.");
    }
    var life = Duration.ofSeconds(json.path("expires_in").asLong(300));
    // A tenth of its life early, ten seconds at least where it lives that long.
    var early =
        Duration.ofSeconds(Math.min(life.toSeconds() / 2, Math.max(10, life.toSeconds() / 10)));
    var refresh = json.path("refresh_token").asString("");
    return new Token(
        access,
        Optional.of(refresh).filter(text -> !text.isEmpty()),
        clock.instant().plus(life).minus(early));
  }

  private static JsonNode json(HttpAnswer answer) {
    try {
      return MAPPER.readTree(answer.body());
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.objectNode();
    }
  }
}
