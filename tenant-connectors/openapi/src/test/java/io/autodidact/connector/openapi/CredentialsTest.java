package io.autodidact.connector.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.autodidact.connector.Connector;
import io.autodidact.connector.Outcome;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CredentialsTest {
  private static final String DOCUMENT =
      Connections.paths(
          "/x: {get: {operationId: look, parameters: [{name: X-Key, in: header, required: true,"
              + " schema: {}}]}, post: {operationId: change}}");

  private final AtomicInteger issued = new AtomicInteger();
  private final HandClock clock = new HandClock();
  private final TestServer server = new TestServer(this::answer);
  private volatile String accepted = "";
  private volatile int tokenStatus = 200;

  /** Time moves by hand. */
  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void answer(TestServer.Seen seen, HttpExchange exchange) throws IOException {
    if (seen.path().equals("/token")) {
      if (tokenStatus != 200) {
        TestServer.json(exchange, tokenStatus, "{\"error\":\"invalid_client\"}");
        return;
      }
      accepted = "t" + issued.incrementAndGet();
      TestServer.json(
          exchange,
          200,
          "{\"access_token\":\"%s\",\"expires_in\":60,\"refresh_token\":\"r%d\"}"
              .formatted(accepted, issued.get()));
    } else {
      boolean known = ("Bearer " + accepted).equals(seen.headers().getFirst("Authorization"));
      TestServer.json(exchange, known ? 200 : 401, "{\"message\":\"who are you?\"}");
    }
  }

  private Connector connect(String auth) {
    var settings = Connections.settings(server, DOCUMENT);
    settings.set("auth", Connections.object(auth.replace("TOKEN", server.url() + "/token")));
    return new OpenApiConnectorFactory().connect(settings, Connections.surroundings(clock));
  }

  private String header(String auth, String name) throws InterruptedException {
    try (var connector = connect(auth)) {
      Connections.call(connector, "change", "{}");
      return String.valueOf(server.seen().getLast().headers().getFirst(name));
    }
  }

  @Test
  void keysBearersAndPasswordsGoWithEveryCall() throws InterruptedException {
    assertThat(header("{'type': 'header', 'name': 'X-Key', 'secret': 'key'}", "X-Key"))
        .isEqualTo("s3cret");
    assertThat(header("{'type': 'bearer', 'secret': 'key'}", "Authorization"))
        .isEqualTo("Bearer s3cret");
    assertThat(header("{'type': 'basic', 'user': 'ann', 'secret': 'password'}", "Authorization"))
        .isEqualTo("Basic YW5uOnBhNTU=");
    header("{'type': 'query', 'name': 'k', 'secret': 'key'}", "X-Key");
    assertThat(server.seen().getLast().query()).isEqualTo("k=s3cret");
  }

  @Test
  void aKeyInACookieSharesTheHeaderWithOtherCookies() throws InterruptedException {
    var document =
        Connections.paths(
            "/x: {get: {operationId: look, parameters: [{name: shop, in: cookie, schema: {}}]}}");
    var settings = Connections.settings(server, document);
    settings.set("auth", Connections.object("{'type': 'cookie', 'name': 'sid', 'secret': 'key'}"));
    try (var connector =
        new OpenApiConnectorFactory().connect(settings, Connections.surroundings(clock))) {
      Connections.call(connector, "look", "{'shop': 'north'}");
    }
    assertThat(server.seen().getLast().headers().get("Cookie"))
        .containsExactly("shop=north; sid=s3cret");
  }

  @Test
  void theDocumentSaysWhereTokensAreGiven() throws InterruptedException {
    var schemes =
        "components: {securitySchemes: {shop: {type: oauth2, flows: {clientCredentials:"
            + " {tokenUrl: /token, scopes: {}}}}}}\n";
    var settings = Connections.settings(server, DOCUMENT + schemes);
    settings.set(
        "auth",
        Connections.object("{'type': 'client_credentials', 'clientId': 'me', 'secret': 'key'}"));
    try (var connector =
        new OpenApiConnectorFactory().connect(settings, Connections.surroundings(clock))) {
      assertThat(Connections.call(connector, "change", "{}").succeeded()).isTrue();
    }
    assertThat(issued).hasValue(1);
  }

  @Test
  void whereNobodySaysWhereTokensAreGivenTheSettingsMust() {
    assertThatThrownBy(
            () -> connect("{'type': 'client_credentials', 'clientId': 'me', 'secret': 'key'}"))
        .hasMessageEndingWith("say where tokens are given; give tokenUrl.");
  }

  @Test
  void theParameterThatCarriesTheSecretIsNoArgument() {
    try (var connector = connect("{'type': 'header', 'name': 'X-Key', 'secret': 'key'}")) {
      var look = connector.operations().find("look").orElseThrow();
      assertThat(look.arguments().path("properties").propertyNames()).isEmpty();
    }
  }

  @Test
  void tokensAreFetchedOnceAndRenewedBeforeTheyExpire() throws InterruptedException {
    try (var connector =
        connect(
            "{'type': 'client_credentials', 'tokenUrl': 'TOKEN', 'clientId': 'me', 'secret':"
                + " 'key'}")) {
      Connections.call(connector, "change", "{}");
      assertThat(Connections.call(connector, "change", "{}").succeeded()).isTrue();
      assertThat(issued).hasValue(1);
      assertThat(server.seen().getFirst().body())
          .isEqualTo("grant_type=client_credentials&client_id=me&client_secret=s3cret");
      clock.now = clock.now.plus(Duration.ofSeconds(51));
      assertThat(Connections.call(connector, "change", "{}").succeeded()).isTrue();
      assertThat(issued).hasValue(2);
    }
  }

  @Test
  void passwordGrantsAreRefreshed() throws InterruptedException {
    try (var connector =
        connect(
            "{'type': 'password', 'tokenUrl': 'TOKEN', 'clientId': 'cli', 'user': 'ann', 'secret':"
                + " 'password'}")) {
      Connections.call(connector, "change", "{}");
      assertThat(server.seen().getFirst().body())
          .isEqualTo("grant_type=password&username=ann&password=pa55&client_id=cli");
      clock.now = clock.now.plus(Duration.ofSeconds(55));
      Connections.call(connector, "change", "{}");
      assertThat(server.seen().get(2).body())
          .isEqualTo("grant_type=refresh_token&refresh_token=r1&client_id=cli");
    }
  }

  @Test
  void aTokenTakenBackEarlyIsReplacedOnce() throws InterruptedException {
    try (var connector =
        connect(
            "{'type': 'client_credentials', 'tokenUrl': 'TOKEN', 'clientId': 'me', 'secret':"
                + " 'key'}")) {
      Connections.call(connector, "change", "{}");
      accepted = "somebody else's";
      assertThat(Connections.call(connector, "change", "{}").succeeded()).isTrue();
      assertThat(issued).hasValue(2);
    }
  }

  @Test
  void refusedCredentialsAreAnsweredWithoutTheSecret() throws InterruptedException {
    tokenStatus = 401;
    try (var connector =
        connect(
            "{'type': 'client_credentials', 'tokenUrl': 'TOKEN', 'clientId': 'me', 'secret':"
                + " 'key'}")) {
      var refused = (Outcome.Refused) Connections.call(connector, "change", "{}");
      assertThat(refused.message()).contains("invalid_client").doesNotContain("s3cret");
    }
    try (var connector = connect("{'type': 'bearer', 'secret': 'key'}")) {
      var refused = (Outcome.Refused) Connections.call(connector, "change", "{}");
      assertThat(refused.code()).isEqualTo(401);
      assertThat(refused.message()).isEqualTo("who are you?");
    }
  }

  @Test
  void anIssuerOfTokensThatIsOutOfOrderIsNotARefusalOfTheCredentials() throws InterruptedException {
    tokenStatus = 503;
    try (var connector =
        connect(
            "{'type': 'client_credentials', 'tokenUrl': 'TOKEN', 'clientId': 'me', 'secret':"
                + " 'key'}")) {
      assertThat(Connections.call(connector, "change", "{}"))
          .isInstanceOf(Outcome.Unreachable.class)
          .asString()
          .contains("gives no tokens at the moment (503)");
      tokenStatus = 200;
      assertThat(Connections.call(connector, "change", "{}").succeeded()).isTrue();
    }
  }
}
