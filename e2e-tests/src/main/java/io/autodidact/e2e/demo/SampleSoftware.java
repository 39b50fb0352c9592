package io.autodidact.e2e.demo;

import io.autodidact.e2e.RepositoryRoot;
import io.autodidact.e2e.stack.Ports;
import io.autodidact.e2e.stack.Program;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The sample inventory system, as a process of its own: with one workspace that people work in, and
 * room for the scratch workspaces that episodes make.
 */
public final class SampleSoftware implements Software {
  private static final Path HOME =
      RepositoryRoot.path().resolve("tenant-connectors/sample-inventory");

  private final Program program;
  private final URI address;

  private SampleSoftware(Program program, URI address) {
    this.program = program;
    this.address = address;
  }

  /** Starts it where it was when it last ran on the data in that directory. */
  public static SampleSoftware start(Path directory) throws InterruptedException {
    var port = Ports.remembered(directory, "sample-software");
    var address = URI.create("http://127.0.0.1:" + port);
    var program =
        Program.start(
            "The sample software",
            List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            HOME.resolve("target/sample-inventory-0.1.0-SNAPSHOT-run.jar"),
            List.of("--port", Integer.toString(port), "--workspace", LiveWorkspace.NAME),
            directory.resolve("logs").resolve("sample.log"));
    var sample = new SampleSoftware(program, address);
    try {
      program.awaitAnswer(address.resolve("/openapi.json"), Duration.ofSeconds(30));
      new LiveWorkspace(sample.settings(), read("demo/lifecycle.json")).fill();
      return sample;
    } catch (RuntimeException | InterruptedException e) {
      sample.close();
      throw e;
    }
  }

  public URI address() {
    return address;
  }

  @Override
  public JsonNode environment() {
    var environment = ApiClient.JSON.createObjectNode();
    environment.put("name", "Inventory").put("kind", "openapi");
    environment.set("settings", settings());
    environment.set("lifecycle", read("demo/lifecycle.json"));
    environment.putObject("policy").put("allowDestructive", false).putArray("forbidden");
    return environment;
  }

  private JsonNode settings() {
    return ApiClient.JSON
        .createObjectNode()
        .put("documentUrl", address.resolve("/openapi.json").toString())
        .put("baseUrl", address.toString());
  }

  @Override
  public JsonNode goals() {
    return read("demo/goals.json");
  }

  @Override
  public void storeSecrets(ApiClient api) {
    // It asks for none.
  }

  private static JsonNode read(String file) {
    return ApiClient.JSON.readTree(HOME.resolve(file).toFile());
  }

  @Override
  public void close() {
    program.close();
  }
}
