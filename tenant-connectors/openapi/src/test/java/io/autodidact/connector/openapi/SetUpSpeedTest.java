package io.autodidact.connector.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.connector.Connector;
import io.autodidact.connector.lifecycle.Lifecycle;
import io.autodidact.connector.lifecycle.ScriptedEpisodes;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Set-up is paid for every episode: thirty calls to a quick service must stay a blink. */
class SetUpSpeedTest {
  private static final String DOCUMENT =
      Connections.paths(
          """
          /items:
            post:
              operationId: create_item
              requestBody:
                content:
                  application/json:
                    schema: {type: object, properties: {name: {type: string}, price: {type: number}}}
              responses: {'201': {description: ok}}
          """);
  private static final String LIFECYCLE =
      """
      {'setUp': [{'repeat': 30, 'call': 'create_item',
                  'arguments': {'name': {'$unique': '${fake:commerce.material} ${fake:animal.name}'},
                                'price': '${number:1.00..99.99}'},
                  'bind': {'items': '/id'}}]}
      """;

  private final TestServer server =
      new TestServer((seen, exchange) -> TestServer.json(exchange, 201, "{\"id\": 7}"));
  private final Connector connector = Connections.connect(server, DOCUMENT);
  private final ScriptedEpisodes episodes =
      new ScriptedEpisodes(connector, Lifecycle.of(Connections.object(LIFECYCLE)));

  @AfterEach
  void stop() {
    connector.close();
    server.close();
  }

  @Test
  void thirtyCallsAreABlink() throws InterruptedException {
    double best = Double.MAX_VALUE;
    for (int seed = 0; seed < 20; seed++) {
      long start = System.nanoTime();
      episodes.open(seed).close();
      best = Math.min(best, (System.nanoTime() - start) / 1e6);
    }
    System.out.printf("30 set-up calls: %.1f ms (best of 20)%n", best);
    // The target is 60 on a quiet machine; this one may be busy with other builds.
    assertThat(best).isLessThan(180);
  }

  @Test
  void episodesOpenAtOnce() throws Exception {
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var opened =
          workers.invokeAll(
              LongStream.range(0, 20)
                  .<Callable<Integer>>mapToObj(seed -> () -> items(seed))
                  .toList());
      for (var one : opened) {
        assertThat(one.get()).isEqualTo(30);
      }
    }
  }

  private int items(long seed) throws InterruptedException {
    try (var episode = episodes.open(seed)) {
      return episode.variables().get("items").size();
    }
  }
}
