package io.autodidact.task;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Episodes;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import io.autodidact.exploration.Coverage;
import io.autodidact.exploration.Exploration;
import io.autodidact.exploration.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Suppliers, who have names, and their deliveries, which have none: only the supplier and the size
 * tell them apart. Ids differ in every episode.
 */
final class Deliveries implements Episodes {
  private static final List<String> SUPPLIERS = List.of("Abel", "Baker", "Carver", "Dyer");
  private final RandomGenerator ids = new SplittableRandom(7);

  @Override
  public Catalogue operations() {
    return new Catalogue(
        List.of(
            operation("list_suppliers", Effect.READ, List.of("suppliers"), "", ""),
            operation(
                "list_deliveries",
                Effect.READ,
                List.of("deliveries"),
                number("supplierId") + ", \"size\": {\"type\": \"string\"}",
                ""),
            operation(
                "receive_delivery",
                Effect.WRITE,
                List.of("deliveries", "{deliveryId}", "receive"),
                number("deliveryId"),
                "\"deliveryId\"")),
        List.of());
  }

  private static String number(String name) {
    return "\"" + name + "\": {\"type\": \"integer\"}";
  }

  private static Operation operation(
      String name, Effect effect, List<String> path, String properties, String required) {
    var schema = "{\"properties\": {%s}, \"required\": [%s]}".formatted(properties, required);
    return new Operation(
        name,
        "",
        "",
        path,
        (ObjectNode) SmallShop.JSON.readTree(schema),
        Optional.empty(),
        effect,
        "");
  }

  Exploration explored() {
    var transitions = new ArrayList<Transition>();
    for (var operation : operations().operations()) {
      var call = new Call(operation.name(), SmallShop.JSON.createObjectNode());
      var outcome = new Outcome.Succeeded(200, SmallShop.JSON.createObjectNode());
      transitions.add(new Transition(transitions.size(), 1, call, Map.of(), outcome));
    }
    return new Exploration(transitions, List.of(), new Coverage(List.of()), List.of());
  }

  @Override
  public Episode open(long seed) {
    return new Yard(new SplittableRandom(seed));
  }

  @Override
  public Episode live() {
    return open(0);
  }

  private final class Yard implements Episode {
    private final List<ObjectNode> suppliers = new ArrayList<>();
    private final List<ObjectNode> deliveries = new ArrayList<>();

    /** Abel's one delivery, two of Baker of different size, two of Carver that are alike. */
    Yard(SplittableRandom random) {
      for (String name : SUPPLIERS) {
        suppliers.add(row().put("name", name + " " + random.nextInt(1000)));
      }
      deliver(0, "small", random);
      deliver(1, "small", random);
      deliver(1, "large", random);
      deliver(2, "large", random);
      deliver(2, "large", random);
    }

    private static ObjectNode node() {
      return SmallShop.JSON.createObjectNode();
    }

    private ObjectNode row() {
      return node().put("id", ids.nextLong(1000, 1_000_000));
    }

    private void deliver(int supplier, String size, SplittableRandom random) {
      var delivery = row();
      delivery.set("supplierId", suppliers.get(supplier).get("id"));
      deliveries.add(
          delivery.put("size", size).put("boxes", random.nextInt(1, 90)).put("received", false));
    }

    @Override
    public Map<String, JsonNode> variables() {
      return Map.of();
    }

    @Override
    public Outcome act(Call call) {
      return switch (call.operation()) {
        case "list_suppliers" -> list(suppliers, call);
        case "list_deliveries" -> list(deliveries, call);
        default -> receive(call.arguments().path("deliveryId"));
      };
    }

    private static Outcome list(List<ObjectNode> rows, Call call) {
      var page = node();
      var listed = page.putArray("rows");
      rows.stream()
          .filter(
              row ->
                  call.arguments()
                      .propertyStream()
                      .allMatch(
                          wanted ->
                              Values.same(row.path(wanted.getKey()), wanted.getValue())))
          .forEach(row -> listed.add(row.deepCopy()));
      return new Outcome.Succeeded(200, page);
    }

    private Outcome receive(JsonNode id) {
      var delivery = deliveries.stream().filter(row -> Values.same(row.get("id"), id)).findFirst();
      return delivery
          .<Outcome>map(row -> new Outcome.Succeeded(200, row.put("received", true).deepCopy()))
          .orElseGet(() -> new Outcome.Refused(404, "not there", node()));
    }

    @Override
    public void close() {}
  }
}
