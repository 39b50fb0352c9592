package io.autodidact.e2e.bench.credit;

import io.autodidact.connector.Call;
import io.autodidact.connector.Catalogue;
import io.autodidact.connector.Effect;
import io.autodidact.connector.Episode;
import io.autodidact.connector.Operation;
import io.autodidact.connector.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Items, suppliers, warehouses and orders in memory. Ids are small numbers on purpose: they collide
 * with quantities and levels, so that the way of a value has to be told from more than its look.
 */
final class StockRoom implements Episode {
  private static final JsonMapper JSON = JsonMapper.shared();

  static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              operation("list_items", Effect.READ),
              operation("get_item", Effect.READ),
              operation("list_suppliers", Effect.READ),
              operation("list_warehouses", Effect.READ),
              operation("list_orders", Effect.READ),
              operation("update_item", Effect.WRITE),
              operation("create_order", Effect.WRITE),
              operation("set_order_quantity", Effect.WRITE),
              operation("delete_order", Effect.DESTRUCTIVE)),
          List.of());

  private static final List<String> ITEMS =
      List.of("Blue Bolt", "Red Washer", "Oak Shelf", "Steel Hinge", "Brass Hook", "Pine Board");
  private static final List<String> SUPPLIERS = List.of("Acme", "Borealis", "Corvus");
  private static final List<String> WAREHOUSES = List.of("Harbour", "Hill");

  private final ArrayNode items = JSON.createArrayNode();
  private final ArrayNode suppliers = JSON.createArrayNode();
  private final ArrayNode warehouses = JSON.createArrayNode();
  private final ArrayNode orders = JSON.createArrayNode();
  private int nextOrder;

  StockRoom(long seed) {
    var random = new Random(seed);
    var ids = new ArrayList<>(IntStream.rangeClosed(1, 30).boxed().toList());
    Collections.shuffle(ids, random);
    for (var name : ITEMS) {
      named(items, ids.removeLast(), name)
          .put("reorderLevel", random.nextInt(30))
          .put("boxSize", 1 + random.nextInt(30));
    }
    SUPPLIERS.forEach(name -> named(suppliers, ids.removeLast(), name));
    WAREHOUSES.forEach(name -> named(warehouses, ids.removeLast(), name));
    nextOrder = 1 + random.nextInt(30);
  }

  @Override
  public Map<String, JsonNode> variables() {
    return Map.of();
  }

  @Override
  public Outcome act(Call call) {
    return switch (call.operation()) {
      case "list_items" -> listed("items", items, List.of("boxSize"));
      case "list_suppliers" -> listed("suppliers", suppliers, List.of());
      case "list_warehouses" -> listed("warehouses", warehouses, List.of());
      case "list_orders" -> listed("orders", orders, List.of());
      case "get_item" -> changed(items, call, "itemId");
      case "update_item" -> changed(items, call, "itemId");
      case "set_order_quantity" -> changed(orders, call, "orderId");
      case "create_order" -> ordered(call.arguments());
      case "delete_order" -> deleted(call.arguments().path("orderId"));
      default -> new Outcome.Refused(404, "There is no operation " + call.operation(), json());
    };
  }

  @Override
  public void close() {}

  private static Outcome listed(String name, ArrayNode entities, List<String> hidden) {
    var body = json();
    var shown = entities.deepCopy();
    shown.forEach(one -> ((ObjectNode) one).remove(hidden));
    body.set(name, shown);
    return new Outcome.Succeeded(200, body);
  }

  /** The entity of that id, with the other arguments put into it. */
  private static Outcome changed(ArrayNode entities, Call call, String idName) {
    var arguments = call.arguments();
    var entity = find(entities, arguments.path(idName));
    if (entity.isEmpty()) {
      return missing(idName, arguments.path(idName));
    }
    if (arguments.path("quantity").isInt() && arguments.path("quantity").asInt() < 1) {
      return new Outcome.Refused(422, "quantity must be at least 1", json());
    }
    arguments
        .propertyStream()
        .filter(argument -> !argument.getKey().equals(idName))
        .forEach(argument -> entity.get().set(argument.getKey(), argument.getValue()));
    return new Outcome.Succeeded(200, entity.get().deepCopy());
  }

  private Outcome ordered(ObjectNode arguments) {
    var supplier = find(suppliers, arguments.path("supplierId"));
    if (supplier.isEmpty()) {
      return missing("supplierId", arguments.path("supplierId"));
    }
    var order = orders.addObject();
    order.put("id", nextOrder++);
    order.set("reference", arguments.path("reference"));
    order.set("supplier", supplier.get().path("name"));
    order.put("quantity", 1);
    return new Outcome.Succeeded(201, json().put("id", order.path("id").asInt()));
  }

  private Outcome deleted(JsonNode id) {
    for (int i = 0; i < orders.size(); i++) {
      if (orders.get(i).path("id").equals(id)) {
        orders.remove(i);
        return new Outcome.Succeeded(204, json());
      }
    }
    return missing("orderId", id);
  }

  private static Optional<ObjectNode> find(ArrayNode entities, JsonNode id) {
    return entities
        .valueStream()
        .filter(entity -> entity.path("id").equals(id))
        .map(ObjectNode.class::cast)
        .findFirst();
  }

  private static Outcome missing(String name, JsonNode id) {
    return new Outcome.Refused(404, "There is nothing with %s %s".formatted(name, id), json());
  }

  private static ObjectNode named(ArrayNode entities, int id, String name) {
    return entities.addObject().put("id", id).put("name", name);
  }

  private static ObjectNode json() {
    return JSON.createObjectNode();
  }

  private static Operation operation(String name, Effect effect) {
    var schema = JSON.createObjectNode().put("type", "object");
    return new Operation(name, "", "", List.of(), schema, Optional.empty(), effect, "known");
  }
}
