package io.autodidact.connector.openapi;

import java.net.CookieManager;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends calls with credentials, in one session's cookies. Only calls that read are repeated: after
 * a broken connection, and after 429 or 503 where the server says when to come back.
 */
final class Sender {
  private static final int TRIES = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  private final GuardedHttp http;
  private final Credentials credentials;
  private final CookieManager cookies = new CookieManager();

  Sender(GuardedHttp http, Credentials credentials) {
    this.http = http;
    this.credentials = credentials;
  }

  HttpAnswer send(HttpCall call) throws NoAnswer, CredentialsRefused, InterruptedException {
    var deadline = Deadline.in(http.limits().timeout());
    for (int tries = 1; ; tries++) {
      try {
        var answer = sendSigned(call, deadline);
        var pause = pause(call, answer, tries, deadline);
        if (pause.isEmpty()) {
          return answer;
        }
        Thread.sleep(pause.get());
      } catch (NoAnswer e) {
        var pause = jittered(FIRST_PAUSE.multipliedBy(tries));
        boolean again = e.reason() == NoAnswer.Reason.CONNECTION && repeatable(call, tries);
        if (!again || pause.compareTo(deadline.left()) > 0) {
          throw e;
        }
        Thread.sleep(pause);
      }
    }
  }

  /** A token may have been taken back before its time: 401 is worth one more try with a new one. */
  private HttpAnswer sendSigned(HttpCall call, Deadline deadline)
      throws NoAnswer, CredentialsRefused, InterruptedException {
    var signed = credentials.sign(call, deadline);
    var answer = http.send(signed, cookies, deadline);
    if (answer.status() == 401 && credentials.renewable(signed)) {
      return http.send(credentials.sign(call, deadline), cookies, deadline);
    }
    return answer;
  }

  private static Optional<Duration> pause(
      HttpCall call, HttpAnswer answer, int tries, Deadline deadline) {
    boolean overloaded = answer.status() == 503 || answer.status() == 429;
    if (!overloaded || !repeatable(call, tries)) {
      return Optional.empty();
    }
    return answer
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,4}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)).plus(jittered(FIRST_PAUSE)))
        .filter(pause -> pause.compareTo(deadline.left()) < 0);
  }

  private static boolean repeatable(HttpCall call, int tries) {
    return call.safe() && tries < TRIES;
  }

  private static Duration jittered(Duration pause) {
    return pause.multipliedBy(50 + ThreadLocalRandom.current().nextInt(100)).dividedBy(100);
  }
}
