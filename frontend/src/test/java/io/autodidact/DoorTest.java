package io.autodidact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    // route, chat, manage, admin, platform
    "/v1/models, 200, 403, 403, 403",
    "/api/v1/environments, 403, 200, 403, 403",
    "/api/v1/learning-runs, 403, 200, 403, 403",
    "/api/v1/members, 403, 403, 200, 403",
    "/api/v1/tenants, 403, 403, 403, 200",
    "/actuator/prometheus, 403, 403, 403, 200",
    "/api/v1/me, 200, 200, 200, 200",
    "/api/v1/openapi, 200, 200, 200, 200",
  })
  void aKeyOpensOnlyTheRoutesOfItsScope(String route, int chat, int manage, int admin, int platform)
      throws Exception {
    assertThat(opens("chat", route)).isEqualTo(chat);
    assertThat(opens("manage", route)).isEqualTo(manage);
    assertThat(opens("admin", route)).isEqualTo(admin);
    assertThat(opens("platform", route)).isEqualTo(platform);
  }

  private static int opens(String scope, String route) throws Exception {
    return autodidact.get(route, bearer(autodidact.newTenantsKey(scope))).statusCode();
  }

  @Test
  void aRevokedKeyAndTheKeyOfADisabledTenantOpenNothing() throws Exception {
    var owner = new JdbcTemplate(autodidact.owner());
    var revoked = autodidact.newTenantsKey("manage");
    owner.update("UPDATE api_key SET revoked_at = now() WHERE revoked_at IS NULL");
    var disabled = autodidact.newTenantsKey("manage");
    owner.update("UPDATE tenant SET state = 'DISABLED' WHERE name = 'another'");

    for (var key : List.of(revoked, disabled)) {
      assertThat(autodidact.get("/api/v1/environments", bearer(key)).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void answersTellABrowserToRunFrameAndGuessNothing() throws Exception {
    var headers = autodidact.get("/actuator/health").headers();

    assertThat(headers.firstValue("Content-Security-Policy"))
        .hasValue("default-src 'none'; frame-ancestors 'none'");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(headers.firstValue("Set-Cookie")).isEmpty();
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
