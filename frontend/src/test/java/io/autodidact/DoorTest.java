package io.autodidact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets in: the program starts by itself, and no route but health is open. */
class DoorTest {
  private static RunningAutodidact autodidact;

  @BeforeAll
  static void start() throws Exception {
    autodidact = RunningAutodidact.withRoles("api");
  }

  @AfterAll
  static void stop() {
    autodidact.close();
  }

  @Test
  void anEmptyDatabaseIsMigratedByItsOwnerAndUsedByARoleThatOwnsNothing() {
    var database = new JdbcTemplate(autodidact.bean(DataSource.class));

    assertThat(database.queryForObject("SELECT current_user", String.class))
        .isEqualTo("autodidact_app");
    assertThat(
            database.queryForList(
                "SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'",
                String.class))
        .containsExactly("postgres");
  }

  @Test
  void healthIsOpen() throws Exception {
    var health = autodidact.get("/actuator/health");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).contains("UP");
  }

  @Test
  void noRouteAnswersWithoutAKey() throws Exception {
    var routes = routes();
    assertThat(routes).hasSizeGreaterThan(10);
    for (var route : routes) {
      assertThat(autodidact.get(route).statusCode()).as(route).isIn(401, 403);
      assertThat(autodidact.post(route, List.of()).statusCode()).as(route).isIn(401, 403);
      assertThat(autodidact.get(route, "Authorization", "Bearer ak_wrong").statusCode())
          .as(route)
          .isIn(401, 403);
    }
  }

  @Test
  void aKeyOpensOnlyTheRoutesOfItsScope() throws Exception {
    var chat = autodidact.newTenantsKey("chat");
    var manage = autodidact.newTenantsKey("manage");

    assertThat(autodidact.get("/api/v1/environments", bearer(chat)).statusCode()).isEqualTo(403);
    assertThat(autodidact.get("/api/v1/environments", bearer(manage)).statusCode()).isEqualTo(200);
    assertThat(autodidact.get("/v1/models", bearer(manage)).statusCode()).isEqualTo(403);
  }

  @Test
  void anUnknownRouteIsAProblemInWords() throws Exception {
    var key = autodidact.newTenantsKey("manage");

    var answer = autodidact.get("/api/v1/nowhere/" + UUID.randomUUID(), bearer(key));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  /** Every path a controller answers, whoever wrote it, its variables filled in. */
  private static List<String> routes() {
    var mapping =
        autodidact.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    return mapping.getHandlerMethods().keySet().stream()
        .flatMap(route -> route.getPatternValues().stream())
        .map(pattern -> pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()))
        .sorted()
        .distinct()
        .toList();
  }

  private static String[] bearer(String key) {
    return new String[] {"Authorization", "Bearer " + key};
  }
}
