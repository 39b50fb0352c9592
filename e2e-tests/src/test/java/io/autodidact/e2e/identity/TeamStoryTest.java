package io.autodidact.e2e.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.autodidact.e2e.identity.Visitors.button;
import static io.autodidact.e2e.identity.Visitors.heading;
import static io.autodidact.e2e.identity.Visitors.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Admins look after tenants and members in the console; those concerned notice at once. */
@Timeout(600)
class TeamStoryTest {
  private static final String OWN_PASSWORD = "a-password-of-my-own";

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
  void anAdminInvitesSomebodyMakesThemAnAdminAndRemovesThem() throws Exception {
    try (var visit = visitors.arrive();
        var hers = visitors.arrive()) {
      var admin = visitors.signIn(visit, "maya@acme.example", "/team");
      var firstPassword = invite(admin, "Nina Brandt", "nina@acme.example");

      var nina = visitors.signIn(hers, "nina@acme.example", firstPassword, "/learning-runs");
      chooseOwnPassword(nina);
      assertThat(heading(nina, "Learning runs")).isVisible();
      nina.navigate(house.at("/team").toString());
      assertThat(heading(nina, "Team")).not().isVisible();

      about(admin, "Nina Brandt", "Make administrator");
      nina.navigate(house.at("/team").toString());
      assertThat(heading(nina, "Team")).isVisible();

      about(admin, "Nina Brandt", "Remove from the team");
      button(admin, "Remove from the team").click();
      assertThat(admin.getByText("nina@acme.example")).isHidden();
      nina.navigate(house.at("/team").toString());
      assertThat(nina.getByText("Your account belongs to no company")).isVisible();
    }
  }

  @Test
  void whoRunsThePlatformCreatesATenantAndShutsItOut() throws Exception {
    try (var visit = visitors.arrive();
        var theirs = visitors.arrive()) {
      var page = visitors.signIn(visit, "paula@autodidact.example", "/tenants");
      button(page, "Create a tenant").click();
      page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Umbrella");
      page.getByLabel("Short name").fill("umbrella");
      page.getByLabel("Name of its administrator").fill("Uma Hart");
      page.getByLabel("E-mail of its administrator").fill("uma@umbrella.example");
      button(page, "Create a tenant").last().click();
      var firstPassword = firstPassword(page);

      var uma = visitors.signIn(theirs, "uma@umbrella.example", firstPassword, "/team");
      chooseOwnPassword(uma);
      assertThat(heading(uma, "Team")).isVisible();

      button(page, "Disable Umbrella").click();
      button(page, "Disable").last().click();
      assertThat(button(page, "Enable Umbrella")).isVisible();
      uma.navigate(house.at("/team").toString());
      assertThat(heading(uma, "Team")).not().isVisible();
    }
  }

  private static String invite(Page admin, String name, String email) {
    button(admin, "Invite somebody").click();
    admin.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
    admin.getByLabel("E-mail", new Page.GetByLabelOptions().setExact(true)).fill(email);
    button(admin, "Invite somebody").last().click();
    return firstPassword(admin);
  }

  private static String firstPassword(Page page) {
    var password = page.getByLabel("First password").inputValue();
    assertThat(password).hasSizeGreaterThan(12);
    button(page, "I have handed it over").click();
    return password;
  }

  private static void chooseOwnPassword(Page page) {
    page.locator("#password-new").fill(OWN_PASSWORD);
    page.locator("#password-confirm").fill(OWN_PASSWORD);
    page.locator("input[type=submit], button[type=submit]").first().click();
  }

  private static void about(Page page, String name, String what) {
    page.getByRole(
            AriaRole.MENUITEM,
            new Page.GetByRoleOptions().setName(Pattern.compile("What to do about " + name)))
        .click();
    item(page, what).click();
  }
}
