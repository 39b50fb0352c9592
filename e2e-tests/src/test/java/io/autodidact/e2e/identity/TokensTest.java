package io.autodidact.e2e.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs with tokens of a real Keycloak: who they act for, what they may, when that ends. */
@Timeout(600)
class TokensTest {
  private static House house;
  private static String maya;
  private static String greta;
  private static String paula;

  @BeforeAll
  static void start() throws Exception {
    house = House.get();
    maya = house.token(House.PROGRAM, "maya@acme.example");
    greta = house.token(House.PROGRAM, "greta@globex.example");
    paula = house.token(House.PROGRAM, "paula@autodidact.example");
    // The first admin that comes runs the tenant.
    assertThat(house.get("/api/v1/members", maya).status()).isEqualTo(200);
    assertThat(house.get("/api/v1/members", greta).status()).isEqualTo(200);
  }

  @Test
  void aTokenActsForTheTenantItsOrganisationNames() throws Exception {
    var me = house.get("/api/v1/me", maya).body();

    assertThat(me.path("name").asString()).isEqualTo("Maya Okafor");
    assertThat(me.path("kind").asString()).isEqualTo("PERSON");
    assertThat(me.path("tenant"))
        .isNotEqualTo(house.get("/api/v1/me", greta).body().path("tenant"));
    assertThat(me.path("tenant"))
        .isEqualTo(house.get("/api/v1/me", house.stack.apiKey()).body().path("tenant"));
  }

  @Test
  void aBusinessUserTeachesAgentsAndDoesNotRunTheTenant() throws Exception {
    var ben = house.token(House.PROGRAM, "ben@acme.example");

    assertThat(house.get("/api/v1/environments", ben).status()).isEqualTo(200);
    assertThat(house.get("/api/v1/members", ben).status()).isEqualTo(403);
    assertThat(house.get("/api/v1/tenants", ben).status()).isEqualTo(403);
  }

  @Test
  void whoRunsThePlatformSeesTenantsAndNothingInThem() throws Exception {
    assertThat(house.get("/api/v1/tenants", paula).body().path("items").size())
        .isGreaterThanOrEqualTo(2);
    assertThat(house.get("/api/v1/environments", paula).status()).isEqualTo(403);
    assertThat(house.get("/api/v1/members", paula).status()).isEqualTo(403);
    assertThat(house.get("/api/v1/tenants", maya).status()).isEqualTo(403);
  }

  @Test
  void aTokenThatIsMeantForAnotherPlatformIsRefused() throws Exception {
    var stranger = house.token("stranger", "maya@acme.example");

    assertThat(house.get("/api/v1/me", stranger).status()).isEqualTo(401);
  }

  @Test
  void whoBelongsToSeveralTenantsSaysWhich() throws Exception {
    var sam = house.token(House.PROGRAM, "sam@consult.example");

    var unsaid = house.get("/api/v1/me", sam);
    assertThat(unsaid.status()).isEqualTo(403);
    assertThat(unsaid.body().path("detail").asString()).contains("Autodidact-Tenant", "acme");
    for (var tenant : new String[] {"acme", "globex"}) {
      assertThat(house.get("/api/v1/me", sam, "Autodidact-Tenant", tenant).status()).isEqualTo(200);
    }
    assertThat(house.get("/api/v1/me", maya, "Autodidact-Tenant", "globex").status())
        .isEqualTo(403);
  }

  @Test
  void aTenantIsMadeWithSomebodyWhoRunsItAndShutOutAndLetInAgain() throws Exception {
    var created =
        house.call(
            "POST",
            "/api/v1/tenants",
            paula,
            """
            {"alias": "initech", "name": "Initech",
             "admin": {"email": "ida@initech.example", "name": "Ida Stone"}}
            """);
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body().at("/tenant/inStep").asBoolean()).isTrue();
    assertThat(created.body().path("firstPassword").asString()).hasSizeGreaterThan(12);
    assertThat(
            house.people.admin().get(House.REALM + "/organizations?search=Initech").orElseThrow())
        .hasSize(1);

    var id = created.body().at("/tenant/id/value").asString();
    var disabled = house.call("POST", "/api/v1/tenants/" + id + "/disable", paula, "");
    assertThat(disabled.body().path("state").asString()).isEqualTo("DISABLED");
    assertThat(house.call("POST", "/api/v1/tenants/" + id + "/enable", paula, "").status())
        .isEqualTo(200);
  }

  @Test
  void aDisabledTenantsTokensOpenNothingAtTheNextRequest() throws Exception {
    var tenant = house.get("/api/v1/me", greta).body().path("tenant").asString();
    house.call("POST", "/api/v1/tenants/" + tenant + "/disable", paula, "");
    try {
      assertThat(house.get("/api/v1/environments", greta).status()).isEqualTo(403);
    } finally {
      house.call("POST", "/api/v1/tenants/" + tenant + "/enable", paula, "");
    }
    assertThat(house.get("/api/v1/environments", greta).status()).isEqualTo(200);
  }

  @Test
  void aRemovedMembersTokenOpensNothingAtTheNextRequest() throws Exception {
    var sam = house.token(House.PROGRAM, "sam@consult.example");
    var acting = new String[] {"Autodidact-Tenant", "globex"};
    assertThat(house.get("/api/v1/environments", sam, acting).status()).isEqualTo(200);
    var member = house.member(greta, "sam@consult.example").path("id").asString();

    assertThat(house.call("DELETE", "/api/v1/members/" + member, greta, "").status())
        .isEqualTo(204);

    assertThat(house.get("/api/v1/environments", sam, acting).status()).isEqualTo(403);
    var again =
        house.call(
            "POST",
            "/api/v1/members",
            greta,
            "{\"email\": \"sam@consult.example\", \"name\": \"Sam Reyes\"}");
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body().path("firstPassword").asString("")).isEmpty();
    assertThat(house.get("/api/v1/environments", sam, acting).status()).isEqualTo(200);
  }

  @Test
  void nobodyLeavesATenantWithoutAnAdmin() throws Exception {
    var member = house.member(maya, "maya@acme.example").path("id").asString();

    assertThat(house.call("DELETE", "/api/v1/members/" + member, maya, "").status()).isEqualTo(409);
    assertThat(
            house
                .call(
                    "PUT",
                    "/api/v1/members/" + member + "/role",
                    maya,
                    "{\"role\": \"BUSINESS_USER\"}")
                .status())
        .isEqualTo(409);
  }

  @Test
  void anAccountThatNobodyConfirmedIsNotLetIn() throws Exception {
    house.call(
        "POST", "/api/v1/members", greta, "{\"email\": \"eve@x.example\", \"name\": \"Eve Holt\"}");

    var second =
        house.call(
            "POST", "/api/v1/members", maya, "{\"email\": \"eve@x.example\", \"name\": \"Eve\"}");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body().path("detail").asString()).contains("has not confirmed");
  }

  @Test
  void anInvitationMadeWhileTheSignInServiceIsAwayIsCarriedOutWhenItIsBack() throws Exception {
    house.people.server().stop();
    try {
      var invited =
          house.call(
              "POST",
              "/api/v1/members",
              house.stack.apiKey(),
              "{\"email\": \"late@acme.example\", \"name\": \"Lata Rao\"}");
      assertThat(invited.status()).isEqualTo(201);
      assertThat(invited.body().at("/member/inStep").asBoolean()).isFalse();
    } finally {
      house.people.server().startAgain();
    }

    await(() -> inStep("late@acme.example"));
    assertThat(house.accountId("late@acme.example")).isNotBlank();
  }

  private static boolean inStep(String email) {
    try {
      return house.member(house.stack.apiKey(), email).path("inStep").asBoolean();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The class's time limit ends it. */
  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
