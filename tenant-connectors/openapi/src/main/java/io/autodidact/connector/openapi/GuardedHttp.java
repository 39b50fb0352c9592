package io.autodidact.connector.openapi;

import io.autodidact.connector.openapi.NoAnswer.Reason;
import io.autodidact.connector.openapi.OpenApiSettings.Limits;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/**
 * The one way out to the network: every address, also of every redirect, must be allowed, and is
 * the one that is connected to; every call ends by its deadline; every answer is bounded.
 */
final class GuardedHttp implements AutoCloseable {
  private final Limits limits;
  private final CloseableHttpClient client;
  private final ExecutorService calls =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("http").factory());

  GuardedHttp(Predicate<InetAddress> allowedAddresses, Limits limits) {
    this(new AddressGuard(InetAddress::getAllByName, allowedAddresses), limits);
  }

  GuardedHttp(AddressGuard addresses, Limits limits) {
    this.limits = limits;
    this.client = PlainClient.create(addresses, limits.timeout());
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
    var host = call.uri().getHost();
    var request = request(call, cookies);
    var answered =
        calls.submit(
            () ->
                client.execute(
                    request, answer -> HttpAnswer.read(answer, call.uri(), maxBytes, request)));
    try {
      var answer = answered.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
      keepCookies(answer, cookies);
      return answer;
    } catch (TimeoutException e) {
      throw new NoAnswer(
          Reason.TIMEOUT,
          host + " did not answer within " + deadline.allowed().toSeconds() + " seconds.");
    } catch (ExecutionException e) {
      throw failure(host, e.getCause() == null ? e : e.getCause(), maxBytes);
    } finally {
      if (!answered.isDone()) {
        // Nobody waits for it any more.
        request.cancel();
      }
    }
  }

  private static HttpUriRequestBase request(HttpCall call, CookieManager cookies) throws NoAnswer {
    var problem = Destination.problem(call.uri());
    if (problem.isPresent()) {
      throw new NoAnswer(Reason.FORBIDDEN, problem.get());
    }
    try {
      var request = new HttpUriRequestBase(call.method(), call.uri());
      call.headers().forEach(field -> request.addHeader(field.name(), field.value()));
      call.body().ifPresent(body -> request.setEntity(new ByteArrayEntity(body, null)));
      Cookies.add(request, cookies.get(call.uri(), Map.of()).getOrDefault("Cookie", List.of()));
      return request;
    } catch (IOException | IllegalArgumentException e) {
      throw new NoAnswer(Reason.FORBIDDEN, "The call can not be sent: " + e.getMessage(), e);
    }
  }

  private static void keepCookies(HttpAnswer answer, CookieManager cookies) throws NoAnswer {
    try {
      cookies.put(answer.from(), answer.headers().map());
    } catch (IOException e) {
      throw new NoAnswer(Reason.CONNECTION, "The answer's cookies can not be read.", e);
    }
  }

  private static NoAnswer failure(String host, Throwable cause, long maxBytes) {
    return switch (cause) {
      case BoundedBody.TooLarge large ->
          new NoAnswer(
              Reason.TOO_LARGE,
              host + " answered with more than " + maxBytes + " bytes; the rest was not read.",
              large);
      case AddressGuard.Forbidden forbidden ->
          new NoAnswer(Reason.FORBIDDEN, String.valueOf(forbidden.getMessage()), forbidden);
      case UnknownHostException unknown ->
          new NoAnswer(
              Reason.CONNECTION,
              "There is no host named " + host + "; check the address.",
              unknown);
      default ->
          new NoAnswer(
              Reason.CONNECTION, host + " can not be reached or broke off: " + why(cause), cause);
    };
  }

  private static String why(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
    calls.shutdownNow();
  }
}
