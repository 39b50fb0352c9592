package io.autodidact.e2e.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.autodidact.e2e.identity.Visitors.button;
import static io.autodidact.e2e.identity.Visitors.fillIn;
import static io.autodidact.e2e.identity.Visitors.heading;
import static io.autodidact.e2e.identity.Visitors.item;
import static io.autodidact.e2e.identity.Visitors.session;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/** People sign in, switch, sign out and are shut out, in a real browser at a real Keycloak. */
@Timeout(600)
class SignInStoryTest {
  private static House house;
  private static Visitors visitors;

  @BeforeAll
  static void start() throws Exception {
    house = House.get();
    visitors = new Visitors(house);
  }

  @AfterAll
  static void stop() {
    visitors.close();
  }

  @Test
  void anAdminSignsInAtTheProviderComesBackToThePageAskedForAndSignsOutOfBoth() throws Exception {
    try (var visit = visitors.arrive()) {
      var page = visitors.signIn(visit, "maya@acme.example", "/team");
      var session = session(visit);
      assertThat(heading(page, "Team")).isVisible();
      assertThat(page.getByText("maya@acme.example").first()).isVisible();

      // Another site's form can not do this; it has no token.
      page.request().post(house.at("/logout").toString());
      page.navigate(house.at("/team").toString());
      assertThat(heading(page, "Team")).isVisible();
      assertThat(session(visit)).isEqualTo(session);

      page.getByRole(
              AriaRole.MENUITEM,
              new Page.GetByRoleOptions().setName(Pattern.compile("your settings")))
          .click();
      item(page, "Sign out").click();
      assertThat(page.locator("#username")).isVisible();
      page.navigate(house.at("/team").toString());
      assertThat(page.locator("#username")).isVisible();
    }
  }

  @Test
  void theSessionOfAStrangerIsNotTheSessionOfThePersonWhoSignsIn() throws Exception {
    try (var visit = visitors.arrive()) {
      var page = visit.newPage();
      page.navigate(house.at("/team").toString());
      var before = session(visit);
      fillIn(page, "greta@globex.example", house.people.demoPassword());
      assertThat(heading(page, "Team")).isVisible();

      assertThat(session(visit)).isNotEqualTo(before);
    }
  }

  @Test
  void whoBelongsToTwoTenantsChoosesAndSwitches() throws Exception {
    try (var visit = visitors.arrive()) {
      var page = visitors.signIn(visit, "sam@consult.example", "/learning-runs");
      assertThat(heading(page, "For whom do you work now?")).isVisible();
      button(page, "Acme").click();
      assertThat(heading(page, "Learning runs")).isVisible();
      assertThat(page.getByText("Sam Reyes · Acme").first()).isVisible();

      page.navigate(house.at("/choose-tenant").toString());
      button(page, "Globex").click();
      assertThat(page.getByText("Sam Reyes · Globex").first()).isVisible();
      page.navigate(house.at("/team").toString());
      assertThat(heading(page, "Team")).not().isVisible();
    }
  }

  @Test
  void whoRunsThePlatformStartsAtTheTenants() throws Exception {
    try (var visit = visitors.arrive()) {
      var page = visitors.signIn(visit, "paula@autodidact.example", "/");

      assertThat(heading(page, "Tenants")).isVisible();
      assertThat(page.getByText("Acme").first()).isVisible();
    }
  }

  @Test
  void aSignOutAtTheProviderEndsTheSessionHere() throws Exception {
    try (var visit = visitors.arrive()) {
      var page = visitors.signIn(visit, "ben@acme.example", "/learning-runs");
      assertThat(heading(page, "Learning runs")).isVisible();

      house
          .people
          .admin()
          .post(
              House.REALM + "/users/" + house.accountId("ben@acme.example") + "/logout",
              JsonMapper.shared().createObjectNode());

      page.navigate(house.at("/learning-runs").toString());
      assertThat(page.locator("#username")).isVisible();
    }
  }

  @Test
  void aSessionThatHasEndedLeadsThroughAFreshSignInBackToThePage() throws Exception {
    try (var visit = visitors.arrive()) {
      var page = visitors.signIn(visit, "maya@acme.example", "/team");
      assertThat(heading(page, "Team")).isVisible();
      visit.clearCookies(
          new BrowserContext.ClearCookiesOptions().setName("JSESSIONID").setPath("/"));

      button(page, "Invite somebody").click();

      // Maya's session at the provider still stands, so nobody asks her for a password.
      assertThat(heading(page, "Team")).isVisible();
      assertThat(page).hasURL(Pattern.compile("/team"));
    }
  }

  @Test
  void whoIsRemovedIsToldSoAtTheNextClick() throws Exception {
    var greta = house.token(House.PROGRAM, "greta@globex.example");
    house.get("/api/v1/members", greta);
    try (var visit = visitors.arrive()) {
      var page = visitors.signIn(visit, "sam@consult.example", "/learning-runs");
      button(page, "Globex").click();
      assertThat(heading(page, "Learning runs")).isVisible();
      var member = house.member(greta, "sam@consult.example").path("id").asString();

      house.call("DELETE", "/api/v1/members/" + member, greta, "");
      try {
        page.navigate(house.at("/learning-runs").toString());
        assertThat(page.getByText("Sam Reyes · Globex").first()).not().isVisible();
      } finally {
        house.call(
            "POST",
            "/api/v1/members",
            greta,
            "{\"email\": \"sam@consult.example\", \"name\": \"Sam Reyes\"}");
      }
    }
  }

  @Test
  void whileTheProviderIsAwaySignedInPeopleGoOnAndOthersAreTold() throws Exception {
    try (var signedIn = visitors.arrive();
        var stranger = visitors.arrive()) {
      var page = visitors.signIn(signedIn, "maya@acme.example", "/team");
      assertThat(heading(page, "Team")).isVisible();
      var other = stranger.newPage();
      house.people.server().stop();
      try {
        page.navigate(house.at("/learning-runs").toString());
        assertThat(heading(page, "Learning runs")).isVisible();

        other.navigate(house.at("/team").toString());
        assertThat(other.getByText("The sign-in service does not answer")).isVisible();
      } finally {
        house.people.server().startAgain();
      }
      other.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in")).click();
      fillIn(other, "maya@acme.example", house.people.demoPassword());
      assertThat(heading(other, "Team")).isVisible();
    }
  }
}
