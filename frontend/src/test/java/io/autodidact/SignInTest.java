package io.autodidact;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the console says and refuses before anybody is signed in, its sign-in service being away.
 */
class SignInTest {
  private static RunningAutodidact autodidact;

  @BeforeAll
  static void start() throws Exception {
    autodidact =
        RunningAutodidact.withIssuer("console,api", "http://127.0.0.1:9/realms/autodidact");
  }

  @AfterAll
  static void stop() {
    autodidact.close();
  }

  @Test
  void aSignInServiceThatIsAwayIsExplainedAndCanBeTriedAgain() throws Exception {
    var asked = page("/learning-runs/7");
    assertThat(location(asked)).endsWith("/sign-in");

    var door = page("/sign-in");
    assertThat(location(door)).endsWith("/sign-in?reason=away");

    assertThat(page("/sign-in?reason=away").statusCode()).isEqualTo(200);
  }

  @Test
  void pagesAreFramedByNobodyAndLoadOnlyWhatIsOurs() throws Exception {
    var headers = page("/sign-in?reason=away").headers();

    assertThat(headers.map()).containsKey("Content-Security-Policy");
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
        .contains("form-action 'self' http://127.0.0.1:9");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void onlyWhereTlsIsSpokenItIsDemandedAndTheCookieIsKeptToIt() throws Exception {
    var plain = cookie(page("/learning-runs/7"));
    assertThat(plain).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");

    var tls = page("/learning-runs/7", "X-Forwarded-Proto", "https");
    assertThat(cookie(tls)).contains("HttpOnly", "SameSite=Lax", "Secure");
    assertThat(tls.headers().firstValue("Strict-Transport-Security")).isPresent();
  }

  @Test
  void aForgedLogoutMessageIsRefused() throws Exception {
    var answer = autodidact.postForm("/logout/connect/back-channel/keycloak", "logout_token=a.b.c");

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void tokensThatCanNotBeCheckedAreAskedForAgainLater() throws Exception {
    // A header, a body and a signature, as tokens have; the keys to check it with are away.
    var token = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.eyJzdWIiOiJ4In0.c2ln";

    var answer = autodidact.get("/api/v1/environments", "Authorization", "Bearer " + token);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
  }

  @Test
  void keysOpenRoutesAsBefore() throws Exception {
    var key = autodidact.newTenantsKey("manage");

    assertThat(
            autodidact.get("/api/v1/environments", "Authorization", "Bearer " + key).statusCode())
        .isEqualTo(200);
  }

  private static HttpResponse<String> page(String path, String... headers) throws Exception {
    var all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Accept";
    all[1] = "text/html";
    return autodidact.get(path, all);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElse("");
  }
}
