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
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.datafaker.Faker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A little shop in memory: enough software to write tasks for. Ids differ in every episode. Three
 * items each are of one supplier, every other supplier is active. It ignores whether a new item is
 * fragile.
 */
public final class SmallShop implements Episodes {
  static final JsonMapper JSON = JsonMapper.builder().build();
  private final RandomGenerator ids = new SplittableRandom(42);

  @Override
  public Catalogue operations() {
    var item = "\"itemId\":{\"type\":\"integer\",\"x-in\":\"path\"}";
    var search =
        "\"search\":{\"type\":\"string\",\"x-in\":\"query\"},"
            + "\"size\":{\"type\":\"integer\",\"maximum\":100,\"x-in\":\"query\"}";
    var level =
        "\"reorderLevel\":{\"type\":\"integer\",\"minimum\":0,\"maximum\":1000,\"x-in\":\"body\"}";
    var price = ",\"price\":{\"type\":\"number\",\"minimum\":0,\"x-in\":\"body\"}";
    return new Catalogue(
        List.of(
            operation(
                "list_items",
                Effect.READ,
                List.of("items"),
                search + ",\"supplierId\":{\"type\":\"integer\",\"x-in\":\"query\"}",
                ""),
            operation("get_item", Effect.READ, List.of("items", "{itemId}"), item, "itemId"),
            operation(
                "update_item",
                Effect.WRITE,
                List.of("items", "{itemId}"),
                item + "," + level + price,
                "itemId"),
            operation(
                "delete_item", Effect.DESTRUCTIVE, List.of("items", "{itemId}"), item, "itemId"),
            operation(
                "create_item",
                Effect.WRITE,
                List.of("items"),
                "\"name\":{\"type\":\"string\",\"x-in\":\"body\"},"
                    + level
                    + price
                    + ",\"fragile\":{\"type\":\"boolean\",\"x-in\":\"body\"}",
                "name\",\"price"),
            operation("list_suppliers", Effect.READ, List.of("suppliers"), search, ""),
            operation(
                "deactivate_supplier",
                Effect.WRITE,
                List.of("suppliers", "{supplierId}", "deactivate"),
                "\"supplierId\":{\"type\":\"integer\",\"x-in\":\"path\"}",
                "supplierId"),
            operation("list_events", Effect.READ, List.of("events"), "", "")),
        List.of());
  }

  /** As if every operation had been called once, with success. */
  public Exploration explored() {
    var transitions = new ArrayList<Transition>();
    for (var operation : operations().operations()) {
      var call = new Call(operation.name(), JSON.createObjectNode());
      var outcome = new Outcome.Succeeded(200, JSON.createObjectNode());
      transitions.add(new Transition(transitions.size(), 1, call, Map.of(), outcome));
    }
    return new Exploration(transitions, List.of(), new Coverage(List.of()), List.of());
  }

  private static Operation operation(
      String name, Effect effect, List<String> path, String properties, String required) {
    var needs = required.isEmpty() ? "" : "\"" + required + "\"";
    var schema =
        "{\"type\":\"object\",\"properties\":{" + properties + "},\"required\":[" + needs + "]}";
    return new Operation(
        name, "", "", path, (ObjectNode) JSON.readTree(schema), Optional.empty(), effect, "");
  }

  @Override
  public Episode open(long seed) {
    return new Shop(seed);
  }

  @Override
  public Episode live() {
    return new Shop(0);
  }

  private final class Shop implements Episode {
    private final Map<String, Map<Long, ObjectNode>> tables = new LinkedHashMap<>();

    Shop(long seed) {
      var faker = new Faker(new java.util.Random(seed));
      List.of("items", "suppliers", "events").forEach(t -> tables.put(t, new LinkedHashMap<>()));
      for (int i = 0; i < 6; i++) {
        var item = JsonNodeFactory.instance.objectNode();
        item.put("name", faker.commerce().productName() + " " + i);
        item.put("price", faker.number().numberBetween(1, 90));
        item.put("reorderLevel", faker.number().numberBetween(1, 50));
        var supplier = JsonNodeFactory.instance.objectNode();
        supplier.put("name", faker.company().name() + " " + i);
        supplier.put("active", i % 2 == 0);
        add("suppliers", supplier);
        item.set("supplierId", table("suppliers").values().stream().toList().get(i / 3).get("id"));
        add("items", item);
      }
    }

    private static ObjectNode listed(ObjectNode arguments) {
      var item = arguments.deepCopy().put("listed", true);
      item.remove("fragile");
      return item;
    }

    private ObjectNode add(String table, ObjectNode row) {
      var stored = JsonNodeFactory.instance.objectNode().put("id", ids.nextLong(1000, 1_000_000));
      stored.setAll(row);
      stored.put("createdAt", Instant.now().toString());
      table(table).put(stored.get("id").asLong(), stored);
      return stored;
    }

    @Override
    public Map<String, JsonNode> variables() {
      return Map.of();
    }

    @Override
    public Outcome act(Call call) {
      var arguments = call.arguments();
      return switch (call.operation()) {
        case "list_items" -> list("items", arguments);
        case "list_suppliers" -> list("suppliers", arguments);
        case "list_events" -> list("events", arguments);
        case "get_item" ->
            found("items", arguments.path("itemId")).<Outcome>map(this::done).orElseGet(this::gone);
        case "update_item" ->
            change("items", arguments, "itemId", arguments.deepCopy().without("itemId"));
        case "delete_item" ->
            found("items", arguments.path("itemId"))
                .map(row -> done(removed(table("items"), row)))
                .orElseGet(this::gone);
        case "create_item" -> done(add("items", listed(arguments)));
        case "deactivate_supplier" -> deactivate(arguments);
        default -> new Outcome.Refused(404, "No such operation", JSON.createObjectNode());
      };
    }

    private Map<Long, ObjectNode> table(String name) {
      return Objects.requireNonNull(tables.get(name));
    }

    private static ObjectNode removed(Map<Long, ObjectNode> table, ObjectNode row) {
      table.remove(row.get("id").asLong());
      return row;
    }

    private Outcome deactivate(ObjectNode arguments) {
      var row = found("suppliers", arguments.path("supplierId"));
      if (row.isPresent() && !row.get().get("active").asBoolean()) {
        return new Outcome.Refused(409, "already inactive", JSON.createObjectNode());
      }
      return change(
          "suppliers", arguments, "supplierId", JSON.createObjectNode().put("active", false));
    }

    private Outcome change(String table, ObjectNode arguments, String idName, ObjectNode values) {
      var row = found(table, arguments.path(idName));
      row.ifPresent(
          present -> {
            present.setAll(values);
            var event = JSON.createObjectNode().put("what", "changed");
            event.set(idName, present.get("id"));
            add("events", event);
          });
      return row.<Outcome>map(this::done).orElseGet(this::gone);
    }

    private Outcome list(String table, ObjectNode arguments) {
      var search = arguments.path("search").asString("").toLowerCase(java.util.Locale.ROOT);
      var rows = JSON.createArrayNode();
      table(table).values().stream()
          .filter(row -> ofSupplier(row, arguments))
          .filter(
              row ->
                  row.path("name").asString("").toLowerCase(java.util.Locale.ROOT).contains(search))
          .forEach(row -> rows.add(row.deepCopy()));
      var page = JSON.createObjectNode().put("total", rows.size());
      page.set("items", rows);
      return done(page);
    }

    private static boolean ofSupplier(ObjectNode row, ObjectNode arguments) {
      return !arguments.has("supplierId")
          || row.path("supplierId").asLong(-1) == arguments.path("supplierId").asLong();
    }

    private Optional<ObjectNode> found(String table, JsonNode id) {
      return Optional.ofNullable(table(table).get(id.asLong(-1)));
    }

    private Outcome done(JsonNode body) {
      return new Outcome.Succeeded(200, body.deepCopy());
    }

    private Outcome gone() {
      return new Outcome.Refused(404, "not there", JSON.createObjectNode());
    }

    @Override
    public void close() {}
  }
}
