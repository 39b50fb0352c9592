package io.autodidact.sample.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.sample.inventory.api.InventoryApi;
import io.autodidact.sample.inventory.http.Route;
import io.autodidact.sample.inventory.workspace.Workspaces;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContractTest {

  private InventoryServer server;
  private StockedWorkspace shop;

  @BeforeEach
  void start() throws IOException {
    server = InventoryServer.start(0);
    shop = StockedWorkspace.in(new ContractClient(server.address()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyRouteIsDocumentedAndEveryDocumentedOperationHasARoute() {
    List<String> routes =
        InventoryApi.routes(new Workspaces(new Random(1), InstantSource.system(), 1)).stream()
            .map(route -> signature(route.operationId(), route))
            .toList();
    List<String> documented =
        shop.client().contract().operations().values().stream()
            .map(
                operation -> operation.id() + " " + operation.method() + " " + operation.template())
            .toList();
    assertThat(routes).containsExactlyInAnyOrderElementsOf(documented).hasSize(41);
  }

  @Test
  void everyDocumentedOperationSucceedsAsDocumented() {
    workInTheCatalogue();
    workInTheWarehouse();
    buy();
    sell();
    shop.call("delete_workspace", "workspaceId", shop.client().workspace());
    assertThat(shop.client().succeeded())
        .containsExactlyInAnyOrderElementsOf(shop.client().contract().operations().keySet());
  }

  private void workInTheCatalogue() {
    int category = shop.call("create_category", "name", "Spare").id();
    int item =
        shop.call("create_item", "name", "Peg", "sku", "P", "categoryId", category, "price", 1)
            .id();
    assertThat(shop.call("list_categories", "search", "spa").body().path("total").asInt())
        .isEqualTo(1);
    assertThat(
            shop.call("list_items", "categoryId", category, "search", "PE", "discontinued", false)
                .body()
                .at("/items/0/id")
                .asInt())
        .isEqualTo(item);
    assertThat(shop.call("list_items", "lowStock", true).body().path("total").asInt()).isZero();
    shop.call(
        "update_item", "itemId", item, "price", 2.75, "reorderLevel", 1, "discontinued", true);
    assertThat(shop.call("list_items", "lowStock", true).body().path("total").asInt()).isEqualTo(1);
    assertThat(shop.call("get_item", "itemId", item).body().path("price").asDouble())
        .isEqualTo(2.75);
    shop.call("delete_item", "itemId", item);
    shop.call("delete_category", "categoryId", category);
  }

  private void workInTheWarehouse() {
    int item = shop.ids().item();
    int north = shop.ids().warehouse();
    int south = shop.ids().other();
    shop.call("ship_stock", "itemId", item, "warehouseId", north, "quantity", 3);
    shop.call(
        "transfer_stock",
        "itemId",
        item,
        "fromWarehouseId",
        north,
        "toWarehouseId",
        south,
        "quantity",
        7);
    shop.call(
        "adjust_stock",
        "itemId",
        item,
        "warehouseId",
        south,
        "countedQuantity",
        6,
        "note",
        "One broken");
    countStock(item, north, south);
  }

  private void countStock(int item, int north, int south) {
    assertThat(shop.call("list_item_stock", "itemId", item).body().at("/items/1/onHand").asInt())
        .isEqualTo(6);
    assertThat(
            shop.call("list_warehouse_stock", "warehouseId", north)
                .body()
                .at("/items/0/onHand")
                .asInt())
        .isEqualTo(10);
    assertThat(
            shop.call("list_stock_movements", "warehouseId", south, "size", 1, "page", 1)
                .body()
                .at("/items/0/type")
                .asString())
        .isEqualTo("ADJUSTMENT");
    assertThat(shop.call("list_warehouses", "search", "ulm").body().path("total").asInt())
        .isEqualTo(1);
  }

  private void buy() {
    int supplier = shop.ids().supplier();
    shop.call("deactivate_supplier", "supplierId", supplier);
    assertThat(shop.call("list_suppliers", "active", false).body().path("total").asInt())
        .isEqualTo(1);
    shop.call("activate_supplier", "supplierId", supplier);
    shop.call("update_supplier", "supplierId", supplier, "phone", "+49 431 5550");
    assertThat(shop.call("get_supplier", "supplierId", supplier).body().path("phone").asString())
        .isEqualTo("+49 431 5550");
    int order = shop.call("create_purchase_order", "supplierId", supplier, "number", "PO-7").id();
    shop.call(
        "add_purchase_order_line", "orderId", order, "itemId", shop.ids().item(), "quantity", 4);
    shop.call("submit_purchase_order", "orderId", order);
    assertThat(
            shop.call("list_purchase_orders", "status", "SUBMITTED", "search", "po-7")
                .body()
                .at("/items/0/total")
                .asDouble())
        .isEqualTo(98.0);
    shop.call("receive_purchase_order", "orderId", order, "warehouseId", shop.ids().warehouse());
    shop.call("cancel_purchase_order", "orderId", shop.order(1));
    assertThat(shop.call("get_purchase_order", "orderId", order).body().path("status").asString())
        .isEqualTo("RECEIVED");
  }

  private void sell() {
    int customer = shop.ids().customer();
    shop.call("update_customer", "customerId", customer, "email", "ada.berg@mail.example");
    assertThat(shop.call("get_customer", "customerId", customer).body().path("email").asString())
        .isEqualTo("ada.berg@mail.example");
    assertThat(shop.call("list_customers", "search", "ADA").body().path("total").asInt())
        .isEqualTo(1);
    int kept = shop.reservation(2);
    shop.call("release_reservation", "reservationId", shop.reservation(5));
    assertThat(
            shop.call("list_reservations", "customerId", customer, "status", "OPEN")
                .body()
                .path("total")
                .asInt())
        .isEqualTo(1);
    shop.call("fulfil_reservation", "reservationId", kept);
    assertThat(shop.call("get_reservation", "reservationId", kept).body().path("status").asString())
        .isEqualTo("FULFILLED");
  }

  private static String signature(String id, Route route) {
    return id + " " + route.method() + " " + route.template();
  }
}
