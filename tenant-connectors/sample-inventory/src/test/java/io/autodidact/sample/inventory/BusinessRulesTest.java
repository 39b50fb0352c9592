package io.autodidact.sample.inventory;

import static io.autodidact.sample.inventory.ContractClient.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.autodidact.sample.inventory.ContractClient.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BusinessRulesTest {

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
  void moreThanIsAvailableCanNotBeShippedMovedOrReserved() {
    shop.reservation(15);
    assertRefused(ship(6), 409, "quantity");
    assertRefused(shop.reserve(6), 409, "quantity");
    assertRefused(transfer(shop.ids().other(), 6), 409, "quantity");
    assertThat(ship(5).status()).isEqualTo(201);
    assertThat(shop.stock("onHand")).isEqualTo(15);
    assertThat(shop.stock("available")).isZero();
  }

  @Test
  void quantitiesAreWholeAndPositive() {
    assertRefused(ship(0), 400, "quantity");
    assertRefused(ship(-3), 400, "quantity");
    assertRefused(
        shop.call("ship_stock", "itemId", 1, "quantity", 1.5), 400, "quantity", "warehouseId");
  }

  @Test
  void stockIsNotMovedToWhereItIs() {
    assertRefused(transfer(shop.ids().warehouse(), 1), 409, "toWarehouseId");
  }

  @Test
  void aCountIsNeverBelowWhatIsReserved() {
    shop.reservation(10);
    assertRefused(count(9), 409, "countedQuantity");
    assertRefused(count(20), 409, "countedQuantity");
    assertThat(count(10).status()).isEqualTo(201);
    assertThat(shop.stock("available")).isZero();
  }

  @Test
  void nothingIsOrderedFromAnInactiveSupplier() {
    int draft = shop.order(3);
    shop.call("deactivate_supplier", "supplierId", shop.ids().supplier());
    assertRefused(
        shop.call("deactivate_supplier", "supplierId", shop.ids().supplier()), 409, "supplierId");
    assertRefused(
        shop.call("create_purchase_order", "supplierId", shop.ids().supplier()), 409, "supplierId");
    assertRefused(shop.call("submit_purchase_order", "orderId", draft), 409, "supplierId");
  }

  @Test
  void anOrderIsReceivedOnceAndOnlyAfterItWasSubmitted() {
    int order = shop.order(3);
    assertRefused(receive(order), 409, "orderId");
    shop.call("submit_purchase_order", "orderId", order);
    assertRefused(
        shop.call(
            "add_purchase_order_line",
            "orderId",
            order,
            "itemId",
            shop.ids().item(),
            "quantity",
            1),
        409,
        "orderId");
    assertThat(receive(order).status()).isEqualTo(200);
    assertRefused(receive(order), 409, "orderId");
    assertRefused(shop.call("cancel_purchase_order", "orderId", order), 409, "orderId");
    assertThat(shop.stock("onHand")).isEqualTo(23);
  }

  @Test
  void anOrderNeedsLinesAndTakesEachItemOnce() {
    int empty = shop.call("create_purchase_order", "supplierId", shop.ids().supplier()).id();
    assertRefused(shop.call("submit_purchase_order", "orderId", empty), 409, "orderId");
    assertRefused(
        shop.call(
            "add_purchase_order_line",
            "orderId",
            shop.order(1),
            "itemId",
            shop.ids().item(),
            "quantity",
            1),
        409,
        "itemId");
    assertRefused(
        shop.call(
            "create_purchase_order",
            "supplierId",
            shop.ids().supplier(),
            "lines",
            List.of(Map.of("itemId", shop.ids().item(), "quantity", -1, "colour", "red"))),
        400,
        "lines[0].quantity",
        "lines[0].colour");
  }

  @Test
  void aDiscontinuedItemIsNotOrderedReceivedOrReservedButCanBeShipped() {
    shop.call("update_item", "itemId", shop.ids().item(), "discontinued", true);
    assertRefused(
        shop.call(
            "create_purchase_order", "supplierId", shop.ids().supplier(), "lines", shop.lines(1)),
        409,
        "itemId");
    assertRefused(
        shop.call(
            "receive_stock",
            "itemId",
            shop.ids().item(),
            "warehouseId",
            shop.ids().warehouse(),
            "quantity",
            1),
        409,
        "itemId");
    assertRefused(shop.reserve(1), 409, "itemId");
    assertThat(ship(20).status()).isEqualTo(201);
  }

  @Test
  void anItemGoesOnlyWhenNothingNeedsItAndACategoryOnlyWhenEmpty() {
    assertRefused(shop.call("delete_item", "itemId", shop.ids().item()), 409, "itemId");
    ship(20);
    int order = shop.order(1);
    assertRefused(shop.call("delete_item", "itemId", shop.ids().item()), 409, "itemId");
    assertRefused(
        shop.call("delete_category", "categoryId", shop.ids().category()), 409, "categoryId");
    shop.call("cancel_purchase_order", "orderId", order);
    assertThat(shop.call("delete_item", "itemId", shop.ids().item()).status()).isEqualTo(204);
    assertThat(shop.call("delete_category", "categoryId", shop.ids().category()).status())
        .isEqualTo(204);
  }

  @Test
  void aReservationEndsOnce() {
    int reservation = shop.reservation(4);
    shop.call("fulfil_reservation", "reservationId", reservation);
    assertRefused(
        shop.call("fulfil_reservation", "reservationId", reservation), 409, "reservationId");
    assertRefused(
        shop.call("release_reservation", "reservationId", reservation), 409, "reservationId");
    assertThat(shop.stock("onHand")).isEqualTo(16);
    assertThat(shop.stock("reserved")).isZero();
  }

  private Answer ship(int quantity) {
    return shop.call(
        "ship_stock",
        "itemId",
        shop.ids().item(),
        "warehouseId",
        shop.ids().warehouse(),
        "quantity",
        quantity);
  }

  private Answer transfer(int to, int quantity) {
    return shop.call(
        "transfer_stock",
        "itemId",
        shop.ids().item(),
        "fromWarehouseId",
        shop.ids().warehouse(),
        "toWarehouseId",
        to,
        "quantity",
        quantity);
  }

  private Answer count(int quantity) {
    return shop.call(
        "adjust_stock",
        "itemId",
        shop.ids().item(),
        "warehouseId",
        shop.ids().warehouse(),
        "countedQuantity",
        quantity);
  }

  private Answer receive(int order) {
    return shop.call(
        "receive_purchase_order", "orderId", order, "warehouseId", shop.ids().warehouse());
  }
}
