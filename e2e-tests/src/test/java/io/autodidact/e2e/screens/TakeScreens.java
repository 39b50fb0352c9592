package io.autodidact.e2e.screens;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Takes pictures of the console's screens, wide and on a phone, light and dark.
 *
 * <p>Arguments: the console's address, a key to sign in with, a folder, then {@code name=path} for
 * each screen.
 */
final class TakeScreens {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private TakeScreens() {}

  /** A window of a size. */
  private record Window(String name, int width, int height) {}

  public static void main(String[] arguments) {
    var paths = List.of(arguments).subList(3, arguments.length);
    var options =
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
    try (var playwright = Playwright.create(options);
        var browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(FLAGS))) {
      for (var window : List.of(new Window("wide", 1440, 900), new Window("phone", 390, 844))) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          take(browser, window, scheme, arguments, paths);
        }
      }
    }
  }

  private static void take(
      Browser browser, Window window, ColorScheme scheme, String[] arguments, List<String> paths) {
    var look =
        new Browser.NewContextOptions()
            .setViewportSize(window.width(), window.height())
            .setColorScheme(scheme)
            .setLocale("en-GB")
            .setTimezoneId("Europe/Berlin");
    try (var context = browser.newContext(look)) {
      var page = context.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              System.out.println("Browser: " + message.text());
            }
          });
      page.navigate(arguments[0] + "sign-in");
      page.getByLabel("API key").first().fill(arguments[1]);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
      page.waitForSelector("main h1");
      for (var path : paths) {
        var parts = path.split("=", 2);
        page.navigate(arguments[0] + parts[1].replaceFirst("^/", ""));
        page.waitForSelector("main h1");
        page.waitForFunction("() => !document.querySelector('vaadin-grid[loading]')");
        page.waitForTimeout(600);
        var name = scheme.name().toLowerCase(Locale.ROOT);
        var file = "%s-%s-%s.png".formatted(parts[0], window.name(), name);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(arguments[2], file)));
        System.out.println(file);
      }
    }
  }
}
