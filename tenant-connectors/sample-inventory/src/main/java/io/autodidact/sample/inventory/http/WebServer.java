package io.autodidact.sample.inventory.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Answers HTTP requests on the loopback address, each on a virtual thread of its own. */
public final class WebServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(WebServer.class.getName());
  private static final int LARGEST_BODY = 64 * 1024;
  private static final int BACKLOG = 256;

  static {
    // Without this the kernel holds small answers back for up to 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // Longer than clients keep a connection, so that none is closed as a request goes out on it.
    System.setProperty("sun.net.httpserver.idleInterval", "300");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "1000");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Router router;

  /**
   * @param port 0 for any free one
   */
  public WebServer(int port, Router router, List<Document> documents) throws IOException {
    this.router = router;
    server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    documents.forEach(
        document -> server.createContext(document.path(), exchange -> send(exchange, document)));
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
    send(exchange, body.length > LARGEST_BODY ? tooLarge() : answer(exchange, body));
  }

  private Reply answer(HttpExchange exchange, byte[] body) {
    try {
      return router.answer(request(exchange, body));
    } catch (RuntimeException defect) {
      LOG.log(
          System.Logger.Level.ERROR, "Could not answer " + exchange.getRequestURI() + ".", defect);
      return Problem.of(
          "Internal error", 500, "The inventory failed at this request; its log says why.");
    }
  }

  private static Router.Request request(HttpExchange exchange, byte[] body) {
    URI uri = exchange.getRequestURI();
    return new Router.Request(
        exchange.getRequestMethod(),
        Stream.of(uri.getPath().split("/")).skip(1).toList(),
        Optional.ofNullable(uri.getRawQuery()),
        name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)),
        body);
  }

  private static Reply tooLarge() {
    return Problem.of(
        "Too large", 413, "The body is longer than " + LARGEST_BODY + " bytes. Send less.");
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    String mediaType = reply.status() < 400 ? "application/json" : "application/problem+json";
    send(exchange, reply.status(), mediaType, reply.body().map(Json::write).orElse(new byte[0]));
  }

  private static void send(HttpExchange exchange, Document document) throws IOException {
    send(exchange, 200, document.mediaType(), document.bytes());
  }

  private static void send(HttpExchange exchange, int status, String mediaType, byte[] body)
      throws IOException {
    try (exchange) {
      if (body.length == 0) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", mediaType);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
