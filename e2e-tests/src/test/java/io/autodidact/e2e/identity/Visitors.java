package io.autodidact.e2e.identity;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** People with a browser each, who find things by their accessible names. */
final class Visitors implements AutoCloseable {
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final double PATIENCE_MS = 60_000;

  private final House house;
  private final Playwright playwright;
  private final Browser browser;

  Visitors(House house) {
    this.house = house;
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(QUIET));
  }

  /** Somebody without a cookie. */
  BrowserContext arrive() {
    var visit = browser.newContext(new Browser.NewContextOptions().setLocale("en-GB"));
    visit.setDefaultTimeout(PATIENCE_MS);
    return visit;
  }

  /** Asks for a page and signs in on the way, as one of the demo people. */
  Page signIn(BrowserContext visit, String person, String path) throws Exception {
    return signIn(visit, person, house.people.demoPassword(), path);
  }

  Page signIn(BrowserContext visit, String person, String password, String path) {
    var page = visit.newPage();
    page.navigate(house.at(path).toString());
    fillIn(page, person, password);
    return page;
  }

  /** Keycloak asks in two steps where there are organisations. */
  static void fillIn(Page page, String person, String password) {
    page.locator("#username").fill(person);
    if (!page.locator("#password").isVisible()) {
      page.locator("#kc-login").click();
    }
    page.locator("#password").fill(password);
    page.locator("#kc-login").click();
  }

  static Locator heading(Page page, String name) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  static Locator item(Page page, String name) {
    return page.getByRole(
        AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  static String session(BrowserContext visit) {
    return visit.cookies().stream()
        .filter(cookie -> cookie.name.equals("JSESSIONID"))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
