package io.autodidact.sample.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.sample.inventory.Contract.Operation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is one that the document announces. */
class HostileInputTest {

  private static final int CALLS = 400;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void randomArgumentsAreAnsweredAsDocumented(int seed) throws IOException {
    Random random = new Random(seed);
    try (InventoryServer server = InventoryServer.start(0)) {
      StockedWorkspace shop = StockedWorkspace.in(new ContractClient(server.address()));
      List<Operation> operations =
          shop.client().contract().operations().values().stream()
              .filter(operation -> !operation.id().endsWith("_workspace"))
              .toList();
      for (int call = 0; call < CALLS; call++) {
        Operation operation = operations.get(random.nextInt(operations.size()));
        shop.client().call(operation.id(), arguments(operation, shop, random));
      }
    }
  }

  @Test
  void bodiesThatAreNotObjectsAreRefused() throws Exception {
    try (InventoryServer server = InventoryServer.start(0);
        HttpClient http = HttpClient.newHttpClient()) {
      String workspace = new ContractClient(server.address()).inNewWorkspace().workspace();
      List<String> bodies =
          List.of(
              "",
              "x",
              "[]",
              "null",
              "{\"name\":1,\"name\":2}",
              "{} {}",
              "{\"name\":",
              "[".repeat(60_000));
      for (String body : bodies) {
        assertThat(post(http, server, workspace, body)).as(body).isEqualTo(400);
      }
      assertThat(post(http, server, workspace, " ".repeat(70_000))).isEqualTo(413);
      assertThat(post(http, server, workspace, "{\"name\":\"Tools\"}")).isEqualTo(201);
    }
  }

  private static Map<String, Object> arguments(
      Operation operation, StockedWorkspace shop, Random random) {
    Contract contract = shop.client().contract();
    Map<String, Object> arguments = new LinkedHashMap<>();
    operation
        .parameters(contract, "path")
        .forEach(name -> arguments.put(name, value(name, shop, random)));
    operation.parameters(contract, "query").stream()
        .filter(name -> random.nextBoolean())
        .forEach(name -> arguments.put(name, value(name, shop, random)));
    contract
        .resolved(operation.node().at("/requestBody/content/application~1json/schema"))
        .path("properties")
        .propertyNames()
        .stream()
        .filter(name -> random.nextInt(5) > 0)
        .forEach(name -> arguments.putIfAbsent(name, value(name, shop, random)));
    return arguments;
  }

  private static Object value(String name, StockedWorkspace shop, Random random) {
    List<Object> values =
        List.of(
            idFor(name, shop),
            idFor(name, shop),
            idFor(name, shop),
            1,
            0,
            -1,
            2_000_000_000,
            3.999,
            true,
            "Tenon saw",
            "a@b.example",
            "x".repeat(1_000),
            "\u0000\u2028<b>'; DROP",
            List.of(),
            Map.of("a", 1));
    return values.get(random.nextInt(values.size()));
  }

  private static int idFor(String name, StockedWorkspace shop) {
    return switch (name) {
      case "categoryId" -> shop.ids().category();
      case "warehouseId", "fromWarehouseId" -> shop.ids().warehouse();
      case "toWarehouseId" -> shop.ids().other();
      case "supplierId" -> shop.ids().supplier();
      case "customerId" -> shop.ids().customer();
      default -> shop.ids().item();
    };
  }

  private static int post(HttpClient http, InventoryServer server, String workspace, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/categories"))
            .header("X-Workspace", workspace)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
