package io.autodidact.connector.openapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A real HTTP server on this machine whose answers a test writes. */
final class TestServer implements AutoCloseable {
  /** What it does with a request. */
  interface Answer {
    void to(Seen request, HttpExchange exchange) throws IOException;
  }

  /** A request that came in. */
  record Seen(String method, URI uri, com.sun.net.httpserver.Headers headers, String body) {
    String path() {
      return uri.getRawPath();
    }

    String query() {
      return String.valueOf(uri.getRawQuery());
    }

    @Override
    public String toString() {
      return method + " " + uri + (body.isEmpty() ? "" : " " + body);
    }
  }

  private final HttpServer server;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  TestServer(Answer answer) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> handle(answer, exchange));
    server.start();
  }

  private void handle(Answer answer, HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var request =
        new Seen(
            exchange.getRequestMethod(),
            exchange.getRequestURI(),
            exchange.getRequestHeaders(),
            body);
    seen.add(request);
    try (exchange) {
      answer.to(request, exchange);
    }
  }

  static void reply(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    if (!type.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  static void json(HttpExchange exchange, int status, String body) throws IOException {
    reply(exchange, status, "application/json", body);
  }

  /** Says nothing until the caller hangs up or a minute has passed. */
  static void hang() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Seen> seen() {
    return seen;
  }

  @Override
  public void close() {
    server.stop(0);
    ((java.util.concurrent.ExecutorService) server.getExecutor()).shutdownNow();
  }
}
