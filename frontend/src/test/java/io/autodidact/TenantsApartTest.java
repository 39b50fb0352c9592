package io.autodidact;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.TenantTransaction;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one tenant owns does not exist for another. */
class TenantsApartTest {
  private static RunningAutodidact autodidact;
  private static Belongings mine;
  private static String myKey;
  private static String anothersKey;

  @BeforeAll
  static void start() throws Exception {
    autodidact = RunningAutodidact.withRoles("api");
    mine = Belongings.insert(autodidact.bean(TenantTransaction.class));
    myKey = autodidact.bean(ApiKeys.class).create(mine.tenant(), "k", Belongings.SCOPES).text();
    anothersKey = autodidact.newTenantsKey("manage", "chat");
  }

  @AfterAll
  static void stop() {
    autodidact.close();
  }

  @Test
  void whatIsMineIsShownToMe() throws Exception {
    for (var path : mine.paths()) {
      assertThat(autodidact.get(path, bearer(myKey)).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void anotherTenantsIdsAnswerAsIfTheyDidNotExist() throws Exception {
    for (var path : mine.paths()) {
      assertThat(autodidact.get(path, bearer(anothersKey)).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void aTaskIsShownWithItsPlanAndChecksInWords() throws Exception {
    var task =
        RunningAutodidact.json(autodidact.get("/api/v1/tasks/" + mine.task(), bearer(myKey)));

    assertThat(task.at("/steps/0").asString()).isEqualTo("sell with item = \"tea\"");
    assertThat(task.at("/checked/0").asString())
        .isEqualTo("items/[tea]/stock turns from 2 into 1.");
  }

  @Test
  void anotherTenantsThingsCanNotBeActedOn() throws Exception {
    for (var path : mine.actions()) {
      assertThat(autodidact.post(path, Map.of(), bearer(anothersKey)).statusCode())
          .as(path)
          .isEqualTo(404);
    }
  }

  @Test
  void listsHoldOnlyMyOwn() throws Exception {
    for (var path : mine.lists()) {
      assertThat(RunningAutodidact.json(autodidact.get(path, bearer(myKey))).path("items"))
          .as(path)
          .hasSize(1);
      assertThat(RunningAutodidact.json(autodidact.get(path, bearer(anothersKey))).path("items"))
          .as(path)
          .isEmpty();
    }
  }

  private static String[] bearer(String key) {
    return new String[] {"Authorization", "Bearer " + key};
  }
}
