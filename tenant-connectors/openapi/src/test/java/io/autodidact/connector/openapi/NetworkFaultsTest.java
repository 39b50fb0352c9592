package io.autodidact.connector.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.autodidact.connector.Connector;
import io.autodidact.connector.Outcome;
import io.autodidact.connector.Surroundings;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Software that is down, slow, hostile or not what it says. */
class NetworkFaultsTest {
  private static final String DOCUMENT =
      Connections.paths("/x: {get: {operationId: look}, post: {operationId: change}}");

  private TestServer.Answer answer = (seen, exchange) -> TestServer.json(exchange, 200, "{}");
  private final TestServer server = new TestServer((seen, exchange) -> answer.to(seen, exchange));

  @AfterEach
  void stop() {
    server.close();
  }

  private static Connector connect(ObjectNode settings, Predicate<InetAddress> allowed) {
    return new OpenApiConnectorFactory()
        .connect(settings, new Surroundings(Connections::reveal, allowed, Clock.systemUTC()));
  }

  private Outcome look() throws InterruptedException {
    try (var connector = Connections.connect(server, DOCUMENT)) {
      return Connections.call(connector, "look", "{}");
    }
  }

  private Outcome change() throws InterruptedException {
    try (var connector = Connections.connect(server, DOCUMENT)) {
      return Connections.call(connector, "change", "{}");
    }
  }

  @Test
  void softwareThatIsDownIsUnreachable() throws InterruptedException {
    server.close();
    assertThat(look()).isInstanceOf(Outcome.Unreachable.class);
    assertThat(change()).isInstanceOf(Outcome.Unreachable.class);
  }

  @Test
  void anAnswerThatNeverEndsIsGivenUpAtTheTimeLimit() throws InterruptedException {
    answer =
        (seen, exchange) -> {
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < 100; i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            pause();
          }
        };
    long start = System.nanoTime();
    assertThat(look().toString()).contains("did not answer within 2 seconds");
    assertThat(System.nanoTime() - start).isLessThan(4_000_000_000L);
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  void aGigabyteIsCutAtTheLimit() throws InterruptedException {
    answer =
        (seen, exchange) -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, seen.method().equals("GET") ? 0 : 1L << 30);
          var chunk = new byte[1 << 16];
          Arrays.fill(chunk, (byte) ' ');
          for (long sent = 0; sent < 1L << 30; sent += chunk.length) {
            exchange.getResponseBody().write(chunk);
          }
        };
    assertThat(((Outcome.Broken) look()).message()).contains("more than 4194304 bytes");
    assertThat(((Outcome.Broken) change()).message()).contains("more than 4194304 bytes");
  }

  @Test
  void readsAreRepeatedWhereTheServerSaysSoAndWritesNever() throws InterruptedException {
    var calls = new AtomicInteger();
    answer =
        (seen, exchange) -> {
          exchange.getResponseHeaders().set("Retry-After", "0");
          TestServer.json(exchange, calls.incrementAndGet() < 3 ? 503 : 200, "{}");
        };
    assertThat(look().succeeded()).isTrue();
    assertThat(server.seen()).hasSize(3);
    calls.set(0);
    assertThat(change()).isInstanceOf(Outcome.Broken.class);
    assertThat(server.seen()).hasSize(4);
  }

  @Test
  void readsAreRepeatedAfterABrokenConnectionAndWritesNever() throws InterruptedException {
    var calls = new AtomicInteger();
    answer =
        (seen, exchange) -> {
          if (calls.incrementAndGet() == 1) {
            throw new IOException("broken on purpose");
          }
          TestServer.json(exchange, 200, "{}");
        };
    assertThat(look().succeeded()).isTrue();
    calls.set(0);
    assertThat(change()).isInstanceOf(Outcome.Unreachable.class);
    assertThat(calls).hasValue(1);
  }

  @Test
  void forbiddenAddressesAreNotCalled() throws InterruptedException {
    try (var connector =
        connect(Connections.settings(server, DOCUMENT), address -> !address.isLoopbackAddress())) {
      var outcome = (Outcome.Unreachable) Connections.call(connector, "look", "{}");
      assertThat(outcome.message()).contains("may not be called");
    }
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void theAddressThatWasCheckedIsTheOneThatIsCalled() throws Exception {
    var lookUps = new AtomicInteger();
    // The second time the name leads to where only this machine may go.
    AddressGuard.Names rebound =
        host -> {
          var address = lookUps.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2";
          return new InetAddress[] {InetAddress.ofLiteral(address)};
        };
    var guard = new AddressGuard(rebound, address -> address.getHostAddress().equals("127.0.0.1"));
    var limits = new OpenApiSettings.Limits(Duration.ofSeconds(2), 1_000, 0);
    var shop = URI.create(server.url().replace("127.0.0.1", "shop.example") + "/x");
    try (var http = new GuardedHttp(guard, limits)) {
      for (int call = 0; call < 3; call++) {
        var answer = http.send(HttpCall.get(shop), new CookieManager(), in(2));
        assertThat(answer.status()).isEqualTo(200);
      }
      assertThat(lookUps).hasValue(1);
    }
    try (var http = new GuardedHttp(guard, limits)) {
      assertThatThrownBy(() -> http.send(HttpCall.get(shop), new CookieManager(), in(2)))
          .hasMessageContaining("shop.example has an address that may not be called");
    }
  }

  private static Deadline in(int seconds) {
    return Deadline.in(Duration.ofSeconds(seconds));
  }

  @Test
  void redirectsToForbiddenAddressesAreNotFollowed() throws InterruptedException {
    answer =
        (seen, exchange) -> {
          exchange.getResponseHeaders().set("Location", "http://127.0.0.2:8080/secret");
          TestServer.reply(exchange, 302, "", "");
        };
    Predicate<InetAddress> allowed = address -> address.getHostAddress().equals("127.0.0.1");
    try (var connector = connect(Connections.settings(server, DOCUMENT), allowed)) {
      assertThat(Connections.call(connector, "look", "{}").toString())
          .contains("127.0.0.2 has an address that may not be called");
      assertThat(Connections.call(connector, "change", "{}")).isInstanceOf(Outcome.Broken.class);
    }
  }

  @Test
  void redirectsEndAndTakeNoCredentialsElsewhere() throws InterruptedException {
    try (var elsewhere =
        new TestServer((seen, exchange) -> TestServer.json(exchange, 200, "{\"a\":1}"))) {
      answer =
          (seen, exchange) -> {
            exchange
                .getResponseHeaders()
                .set("Location", seen.path().equals("/x") ? elsewhere.url() + "/y" : "/loop");
            TestServer.reply(exchange, 307, "", "");
          };
      var settings = Connections.settings(server, DOCUMENT);
      settings.set(
          "auth", Connections.object("{'type': 'header', 'name': 'X-Key', 'secret': 'key'}"));
      try (var connector = connect(settings, address -> true)) {
        assertThat(Connections.call(connector, "look", "{}").succeeded()).isTrue();
        assertThat(server.seen().getFirst().headers().getFirst("X-Key")).isEqualTo("s3cret");
        assertThat(elsewhere.seen().getFirst().headers().getFirst("X-Key")).isNull();
        assertThat(Connections.call(connector, "change", "{}").toString())
            .contains("redirects a change");
      }
      settings.put("baseUrl", server.url() + "/loop");
      try (var connector = connect(settings, address -> true)) {
        assertThat(Connections.call(connector, "look", "{}").toString())
            .contains("redirects more than 5 times");
      }
    }
  }
}
