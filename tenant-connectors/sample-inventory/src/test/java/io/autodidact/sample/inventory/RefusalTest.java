package io.autodidact.sample.inventory;

import static io.autodidact.sample.inventory.ContractClient.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalTest {

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
  void namesCodesNumbersAndAddressesAreUniqueWhateverTheirCase() {
    int category = shop.ids().category();
    assertRefused(shop.call("create_category", "name", "HAND TOOLS"), 409, "name");
    assertRefused(
        shop.call(
            "create_item", "name", "tenon SAW", "sku", "X", "categoryId", category, "price", 1),
        409,
        "name");
    assertRefused(
        shop.call("create_item", "name", "Rasp", "sku", "ts-1", "categoryId", category, "price", 1),
        409,
        "sku");
    assertRefused(
        shop.call("create_warehouse", "name", "New", "code", "n1", "city", "Kiel"), 409, "code");
    assertRefused(
        shop.call("create_supplier", "name", "sawmakers", "email", "a@b.example"), 409, "name");
    assertRefused(
        shop.call("create_customer", "name", "Bo", "email", "ADA@berg.example"), 409, "email");
    int other =
        shop.call("create_customer", "name", "Ada Berg", "email", "other@berg.example").id();
    assertRefused(
        shop.call("update_customer", "customerId", other, "email", "ada@berg.example"),
        409,
        "email");
    assertThat(
            shop.call("update_customer", "customerId", other, "email", "other@berg.example")
                .status())
        .isEqualTo(200);
  }

  @Test
  void unknownIdsAreNamed() {
    int supplier = shop.ids().supplier();
    assertRefused(shop.call("get_item", "itemId", supplier), 404, "itemId");
    assertRefused(shop.call("list_items", "categoryId", supplier), 404, "categoryId");
    assertRefused(shop.call("list_item_stock", "itemId", shop.ids().customer()), 404, "itemId");
    assertRefused(shop.call("submit_purchase_order", "orderId", supplier), 404, "orderId");
    assertRefused(
        shop.call("create_item", "name", "Rasp", "sku", "R", "categoryId", supplier, "price", 1),
        404,
        "categoryId");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertRefused(
        shop.call("create_supplier", "email", "nobody", "fax", "12"), 400, "name", "email", "fax");
    assertRefused(shop.call("list_items", "size", 101, "page", -1), 400, "size", "page");
    assertRefused(shop.call("get_item", "itemId", "TS-1"), 400, "itemId");
    assertRefused(shop.call("list_purchase_orders", "status", "LOST"), 400, "status");
    assertRefused(
        shop.call("update_item", "itemId", shop.ids().item(), "price", 1.005), 400, "price");
  }

  @Test
  void aRequestNeedsAWorkspaceThatExists() {
    shop.client().in(Optional.empty());
    assertRefused(shop.call("list_items"), 400, "X-Workspace");
    shop.client().in(Optional.of("ws-none"));
    assertRefused(shop.call("list_items"), 404, "X-Workspace");
    assertRefused(shop.call("delete_workspace", "workspaceId", "ws-none"), 404, "workspaceId");
  }
}
