package io.autodidact.sample.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InventoryProcessTest {

  @Test
  void itSaysWhereItAnswersAndStopsWhenTold() throws Exception {
    Process process = start("--server.port=0", "--workspace=main");
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      String ready = output.readLine();
      assertThat(ready).matches("Inventory ready at http://127\\.0\\.0\\.1:[0-9]+");
      URI address = URI.create(ready.substring(ready.indexOf("http")));
      assertThat(get(address.resolve("/openapi.json")).body()).startsWith("{\"openapi\":\"3.1.0\"");
      assertThat(get(address.resolve("/openapi.yaml")).body()).startsWith("openapi: 3.1.0");
      assertThat(get(address.resolve("/items"), "X-Workspace", "main").statusCode()).isEqualTo(200);
      assertThat(get(address.resolve("/nowhere")).statusCode()).isEqualTo(404);

    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  @Test
  void anArgumentItDoesNotKnowIsNamed() throws Exception {
    Process process = start("--prot", "1");
    String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(error)
        .contains(
            "'--prot' is not understood. Use --port and a number, or --workspace and a name.");
  }

  private static Process start(String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            InventoryServer.class.getName());
    return new ProcessBuilder(Stream.concat(command.stream(), Stream.of(arguments)).toList())
        .start();
  }

  private static HttpResponse<String> get(URI address, String... headers)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(address);
      if (headers.length > 0) {
        request.headers(headers);
      }
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
