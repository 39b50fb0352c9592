package io.autodidact;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.TenantTransaction;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A request under an idempotency key is carried out once. */
class IdempotencyTest {
  private static RunningAutodidact autodidact;
  private static String goals;
  private static String key;

  @BeforeAll
  static void start() throws Exception {
    autodidact = RunningAutodidact.withRoles("api");
    var mine = Belongings.insert(autodidact.bean(TenantTransaction.class));
    key = autodidact.bean(ApiKeys.class).create(mine.tenant(), "k", Belongings.SCOPES).text();
    goals = "/api/v1/environments/" + mine.environment() + "/goals";
  }

  @AfterAll
  static void stop() {
    autodidact.close();
  }

  @Test
  void theSameRequestTwiceIsCarriedOutOnceAndAnsweredAlike() throws Exception {
    var once = UUID.randomUUID().toString();
    int before = goals();

    var first = autodidact.post(goals, goal("sell tea"), headers(once));
    var second = autodidact.post(goals, goal("sell tea"), headers(once));

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(goals()).isEqualTo(before + 1);
  }

  @Test
  void theSameKeyForAnotherRequestIsRefused() throws Exception {
    var once = UUID.randomUUID().toString();
    autodidact.post(goals, goal("sell tea"), headers(once));

    assertThat(autodidact.post(goals, goal("sell coffee"), headers(once)).statusCode())
        .isEqualTo(422);
  }

  @Test
  void anErrorOfTheCallerIsAnsweredAlikeToo() throws Exception {
    var once = UUID.randomUUID().toString();

    assertThat(autodidact.post(goals, goal(""), headers(once)).statusCode()).isEqualTo(400);
    assertThat(autodidact.post(goals, goal(""), headers(once)).statusCode()).isEqualTo(400);
  }

  @Test
  void ofTwentyAtOnceOneIsCarriedOut() throws Exception {
    var once = UUID.randomUUID().toString();
    int before = goals();
    var threads =
        IntStream.range(0, 20).mapToObj(i -> Thread.ofVirtual().start(() -> send(once))).toList();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(goals()).isEqualTo(before + 1);
  }

  private static void send(String once) {
    try {
      assertThat(autodidact.post(goals, goal("at once"), headers(once)).statusCode())
          .isIn(201, 409);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> goal(String text) {
    return Map.of("text", text, "forbidden", List.of());
  }

  private static String[] headers(String once) {
    return new String[] {"Authorization", "Bearer " + key, "Idempotency-Key", once};
  }

  private static int goals() throws Exception {
    return RunningAutodidact.json(
            autodidact.get(goals + "?limit=200", "Authorization", "Bearer " + key))
        .path("items")
        .size();
  }
}
