package io.autodidact.console;

import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a browser remembers of its owner's taste: language, and light or dark. */
final class Preferences {
  private static final String LANGUAGE = "language";
  private static final String APPEARANCE = "appearance";
  private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

  private Preferences() {}

  /** The language chosen, else the browser's; its region is kept where the languages agree. */
  static Locale locale(VaadinRequest request) {
    var browser = request.getLocale();
    return cookie(request, LANGUAGE)
        .map(Locale::forLanguageTag)
        .filter(chosen -> !chosen.getLanguage().equals(browser.getLanguage()))
        .map(Texts::spoken)
        .orElseGet(() -> Texts.spoken(browser));
  }

  static ColorScheme.Value appearance(VaadinRequest request) {
    return cookie(request, APPEARANCE)
        .flatMap(
            name ->
                Arrays.stream(ColorScheme.Value.values())
                    .filter(value -> value.name().equals(name))
                    .findFirst())
        .orElse(ColorScheme.Value.LIGHT_DARK);
  }

  static void remember(Locale language) {
    remember(LANGUAGE, language.toLanguageTag());
  }

  static void remember(ColorScheme.Value appearance) {
    remember(APPEARANCE, appearance.name());
  }

  private static Optional<String> cookie(VaadinRequest request, String name) {
    var cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(one -> one.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }

  private static void remember(String name, String value) {
    var cookie = new Cookie(name, value);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setMaxAge(A_YEAR);
    cookie.setAttribute("SameSite", "Lax");
    cookie.setSecure(VaadinRequest.getCurrent().isSecure());
    VaadinResponse.getCurrent().addCookie(cookie);
  }
}
