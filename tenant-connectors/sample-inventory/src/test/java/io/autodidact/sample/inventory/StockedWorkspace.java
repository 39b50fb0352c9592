package io.autodidact.sample.inventory;

import java.util.List;
import java.util.Map;

/** A workspace with one of each: 20 pieces of one item in the first of two warehouses. */
record StockedWorkspace(ContractClient client, Ids ids) {

  record Ids(int category, int item, int warehouse, int other, int supplier, int customer) {}

  static StockedWorkspace in(ContractClient client) {
    client.inNewWorkspace();
    int category =
        client.call("create_category", "name", "Hand tools", "description", "Moved by hand").id();
    int item = item(client, category);
    int warehouse =
        client.call("create_warehouse", "name", "North", "code", "N1", "city", "Kiel").id();
    int other = client.call("create_warehouse", "name", "South", "code", "S1", "city", "Ulm").id();
    int supplier =
        client
            .call("create_supplier", "name", "Sawmakers", "email", "sales@sawmakers.example")
            .id();
    int customer =
        client.call("create_customer", "name", "Ada Berg", "email", "ada@berg.example").id();
    client.call(
        "receive_stock",
        "itemId",
        item,
        "warehouseId",
        warehouse,
        "quantity",
        20,
        "note",
        "First lot");
    return new StockedWorkspace(
        client, new Ids(category, item, warehouse, other, supplier, customer));
  }

  private static int item(ContractClient client, int category) {
    return client
        .call(
            "create_item",
            "name",
            "Tenon saw",
            "sku",
            "TS-1",
            "categoryId",
            category,
            "price",
            24.5,
            "reorderLevel",
            5)
        .id();
  }

  ContractClient.Answer call(String operationId, Object... arguments) {
    return client.call(operationId, arguments);
  }

  /** A draft order of some pieces of the item. */
  int order(int quantity) {
    return call("create_purchase_order", "supplierId", ids.supplier(), "lines", lines(quantity))
        .id();
  }

  List<Map<String, Integer>> lines(int quantity) {
    return List.of(Map.of("itemId", ids.item(), "quantity", quantity));
  }

  /** An open reservation of some pieces of the item. */
  int reservation(int quantity) {
    return reserve(quantity).id();
  }

  ContractClient.Answer reserve(int quantity) {
    return call(
        "create_reservation",
        "customerId",
        ids.customer(),
        "itemId",
        ids.item(),
        "warehouseId",
        ids.warehouse(),
        "quantity",
        quantity);
  }

  /** What the item's page says now: onHand, reserved or available. */
  int stock(String which) {
    return call("get_item", "itemId", ids.item()).body().path(which).asInt();
  }
}
