package io.autodidact.e2e.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the product's API as any program would. */
public final class ApiClient implements AutoCloseable {
  public static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI address;
  private final String key;
  private final HttpClient http = HttpClient.newHttpClient();

  public ApiClient(URI address, String key) {
    this.address = address;
    this.key = key;
  }

  public JsonNode get(String path) throws InterruptedException {
    return send(request(path).GET().build());
  }

  public JsonNode post(String path, Object body) throws InterruptedException {
    return send(withBody(path).POST(publish(body)).build());
  }

  public JsonNode put(String path, Object body) throws InterruptedException {
    return send(withBody(path).PUT(publish(body)).build());
  }

  /** Reads server-sent events until the stream ends; each goes to the listener as name and data. */
  public void stream(String path, BiConsumer<String, JsonNode> listener)
      throws InterruptedException {
    var request = request(path).header("Accept", "text/event-stream").GET().build();
    try {
      var name = new String[] {"message"};
      http.send(request, BodyHandlers.ofLines())
          .body()
          .forEach(
              line -> {
                if (line.startsWith("event:")) {
                  name[0] = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                  listener.accept(name[0], JSON.readTree(line.substring("data:".length())));
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException("The stream of events broke off", e);
    } catch (UncheckedIOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("Nobody wants to watch any more");
      }
      throw e;
    }
  }

  private HttpRequest.Builder withBody(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private static HttpRequest.BodyPublisher publish(Object body) {
    return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .header("Authorization", "Bearer " + key)
        .timeout(Duration.ofMinutes(5));
  }

  private JsonNode send(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            request.method()
                + " "
                + request.uri().getPath()
                + " answered "
                + response.statusCode()
                + ": "
                + new String(response.body(), StandardCharsets.UTF_8));
      }
      return response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException("The product does not answer at " + request.uri(), e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow(); // A stream that nobody listens to any more would be waited for.
    http.close();
  }
}
