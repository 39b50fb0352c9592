package io.autodidact.connector.openapi;

import io.autodidact.connector.openapi.NoAnswer.Reason;
import io.autodidact.connector.openapi.OpenApiSettings.Limits;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * The one way out to the network: every address, also of every redirect, must be allowed; every
 * call ends by its deadline; every answer is bounded.
 *
 * <p>A host is allowed if all its addresses are. The client resolves the name once more when it
 * connects and, since the JVM keeps resolved names for 30 seconds, gets the same addresses.
 */
final class GuardedHttp implements AutoCloseable {
  private final Predicate<InetAddress> allowedAddresses;
  private final Limits limits;
  private final HttpClient client;

  GuardedHttp(Predicate<InetAddress> allowedAddresses, Limits limits) {
    this.allowedAddresses = allowedAddresses;
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .executor(command -> Thread.ofVirtual().name("http").start(command))
            .build();
  }

  Limits limits() {
    return limits;
  }

  /** Sends, follows redirects, and waits for the whole answer. */
  HttpAnswer send(HttpCall call, CookieManager cookies, Deadline deadline)
      throws NoAnswer, InterruptedException {
    return send(call, cookies, deadline, limits.responseBytes());
  }

  HttpAnswer send(HttpCall call, CookieManager cookies, Deadline deadline, long maxBytes)
      throws NoAnswer, InterruptedException {
    var next = call;
    for (int hop = 0; ; hop++) {
      var answer = sendOnce(next, cookies, deadline, maxBytes);
      var redirected = Redirect.of(next, answer);
      if (redirected.isEmpty()) {
        return answer;
      }
      if (hop >= limits.redirects()) {
        throw new NoAnswer(
            Reason.FORBIDDEN,
            next.uri().getHost() + " redirects more than " + limits.redirects() + " times.");
      }
      next = redirected.get();
    }
  }

  private HttpAnswer sendOnce(
      HttpCall call, CookieManager cookies, Deadline deadline, long maxBytes)
      throws NoAnswer, InterruptedException {
    checkAddresses(call.uri());
    var host = call.uri().getHost();
    var future =
        client.sendAsync(request(call, cookies), head -> BoundedBody.of(head.headers(), maxBytes));
    try {
      var response = future.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
      keepCookies(response, cookies);
      return new HttpAnswer(response.statusCode(), response.headers(), response.body(), call.uri());
    } catch (TimeoutException e) {
      throw new NoAnswer(
          Reason.TIMEOUT,
          host + " did not answer within " + deadline.allowed().toSeconds() + " seconds.");
    } catch (ExecutionException e) {
      throw failure(host, e.getCause() == null ? e : e.getCause(), maxBytes);
    } finally {
      abandon(future);
    }
  }

  /** Closes the connection of a call nobody waits for any more; a finished one stays open. */
  private static void abandon(CompletableFuture<?> future) {
    if (!future.isDone()) {
      future.cancel(true);
    }
  }

  private HttpRequest request(HttpCall call, CookieManager cookies) throws NoAnswer {
    try {
      var request =
          HttpRequest.newBuilder(call.uri())
              .method(
                  call.method(),
                  call.body().map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
      call.headers().forEach(field -> request.header(field.name(), field.value()));
      cookies
          .get(call.uri(), Map.of())
          .getOrDefault("Cookie", List.of())
          .forEach(cookie -> request.header("Cookie", cookie));
      return request.build();
    } catch (IOException | IllegalArgumentException e) {
      throw new NoAnswer(Reason.FORBIDDEN, "The call can not be sent: " + e.getMessage(), e);
    }
  }

  private static void keepCookies(HttpResponse<?> response, CookieManager cookies) throws NoAnswer {
    try {
      cookies.put(response.uri(), response.headers().map());
    } catch (IOException e) {
      throw new NoAnswer(Reason.CONNECTION, "The answer's cookies can not be read.", e);
    }
  }

  private static NoAnswer failure(String host, Throwable cause, long maxBytes) {
    for (Throwable c = cause; c != null; c = c.getCause()) {
      if (c instanceof BoundedBody.TooLarge) {
        return new NoAnswer(
            Reason.TOO_LARGE,
            host + " answered with more than " + maxBytes + " bytes; the rest was not read.");
      }
    }
    var why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new NoAnswer(
        Reason.CONNECTION, host + " can not be reached or broke off: " + why, cause);
  }

  private void checkAddresses(URI uri) throws NoAnswer {
    var scheme = uri.getScheme();
    if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new NoAnswer(Reason.FORBIDDEN, "Only http and https addresses are called.");
    }
    try {
      for (var address : InetAddress.getAllByName(uri.getHost())) {
        if (!allowedAddresses.test(address)) {
          throw new NoAnswer(
              Reason.FORBIDDEN,
              uri.getHost()
                  + " has an address that may not be called. A platform admin can allow it for"
                  + " this environment.");
        }
      }
    } catch (UnknownHostException e) {
      throw new NoAnswer(
          Reason.CONNECTION, "There is no host named " + uri.getHost() + "; check the address.", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
