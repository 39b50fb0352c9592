package io.autodidact;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.identity.AccessEnded;
import io.autodidact.tenant.ApiKeys;
import io.autodidact.tenant.TenantTransaction;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

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

    assertThat(task.at("/steps/0/does").asString()).isEqualTo("Sell");
    assertThat(task.at("/steps/0/arguments/0/value").asString()).isEqualTo("tea");
    assertThat(task.at("/checked/0/place").asString()).isEqualTo("items › “tea” › stock");
    assertThat(task.at("/checked/0/after").asString()).isEqualTo("1");
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

  @Test
  void anotherTenantsMembersAreNeitherSeenNorTouched() throws Exception {
    var member = UUID.randomUUID();
    autodidact
        .bean(TenantTransaction.class)
        .run(
            mine.tenant(),
            dsl ->
                dsl.execute(
                    "INSERT INTO member (tenant_id, id, email, name, role, state)"
                        + " VALUES (?, ?, 'a@b.com', 'Ann', 'TENANT_ADMIN', 'ACTIVE')",
                    mine.tenant().value(),
                    member));
    var keys = autodidact.bean(ApiKeys.class);
    var myAdmin = keys.create(mine.tenant(), "a", Set.of("admin")).text();
    var anothersAdmin = autodidact.newTenantsKey("admin");
    var path = "/api/v1/members/" + member;

    assertThat(
            RunningAutodidact.json(autodidact.get("/api/v1/members", bearer(myAdmin)))
                .path("items"))
        .hasSize(1);
    assertThat(
            RunningAutodidact.json(autodidact.get("/api/v1/members", bearer(anothersAdmin)))
                .path("items"))
        .isEmpty();
    assertThat(autodidact.delete(path, bearer(anothersAdmin)).statusCode()).isEqualTo(404);
    assertThat(
            autodidact.post(path + "/first-password", Map.of(), bearer(anothersAdmin)).statusCode())
        .isEqualTo(404);
    assertThat(autodidact.delete(path, bearer(myAdmin)).statusCode()).isEqualTo(409);
  }

  @Test
  void aDisabledTenantsRunsAreStopped() throws Exception {
    var theirs = Belongings.insert(autodidact.bean(TenantTransaction.class));
    var database = new JdbcTemplate(autodidact.owner());
    database.update("UPDATE learning_run SET state = 'RUNNING' WHERE id = ?", theirs.run());

    autodidact.publish(new AccessEnded(theirs.tenant(), Optional.empty()));

    assertThat(
            database.queryForObject(
                "SELECT state FROM learning_run WHERE id = ?", String.class, theirs.run()))
        .isEqualTo("STOPPING");
  }

  private static String[] bearer(String key) {
    return new String[] {"Authorization", "Bearer " + key};
  }
}
