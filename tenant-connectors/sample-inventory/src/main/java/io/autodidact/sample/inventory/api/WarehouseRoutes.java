package io.autodidact.sample.inventory.api;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.http.Call;
import io.autodidact.sample.inventory.http.Fields;
import io.autodidact.sample.inventory.http.Reply;
import io.autodidact.sample.inventory.http.Shape;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Page;
import io.autodidact.sample.inventory.stock.StockLevel;
import io.autodidact.sample.inventory.stock.Warehouse;
import io.autodidact.sample.inventory.stock.WarehouseData;
import io.autodidact.sample.inventory.workspace.Workspace;
import java.time.Instant;

/** Warehouses and what they hold. */
final class WarehouseRoutes {

  private static final int NAME = 80;
  private static final int CODE = 20;

  private record Row(Id<Warehouse> id, String name, String code, String city) {

    static Row of(Warehouse warehouse) {
      var data = warehouse.data();
      return new Row(warehouse.id(), data.name(), data.code(), data.city());
    }
  }

  private record View(Id<Warehouse> id, String name, String code, String city, Instant createdAt) {

    static View of(Warehouse warehouse) {
      var data = warehouse.data();
      return new View(warehouse.id(), data.name(), data.code(), data.city(), warehouse.createdAt());
    }
  }

  private record LevelView(
      Id<Item> itemId, Id<Warehouse> warehouseId, int onHand, int reserved, int available) {

    static LevelView of(StockLevel level) {
      return new LevelView(
          level.place().itemId(),
          level.place().warehouseId(),
          level.onHand(),
          level.reserved(),
          level.available());
    }
  }

  private WarehouseRoutes() {}

  static void addTo(Operations operations) {
    operations
        .add("create_warehouse", "POST", "/warehouses", WarehouseRoutes::create)
        .add("list_warehouses", "GET", "/warehouses", WarehouseRoutes::list)
        .add("list_item_stock", "GET", "/items/{itemId}/stock", WarehouseRoutes::ofItem)
        .add(
            "list_warehouse_stock",
            "GET",
            "/warehouses/{warehouseId}/stock",
            WarehouseRoutes::inWarehouse);
  }

  private static Reply create(Workspace workspace, Call call) {
    Fields fields = call.properties();
    var name = fields.required("name", Shape.text(NAME));
    var code = fields.required("code", Shape.text(CODE));
    var city = fields.required("city", Shape.text(NAME));
    Warehouse warehouse =
        workspace
            .warehouses()
            .add(fields.into(() -> new WarehouseData(name.get(), code.get(), city.get())));
    return Reply.created("/warehouses/" + warehouse.id().value(), View.of(warehouse));
  }

  private static Reply list(Workspace workspace, Call call) {
    Fields fields = call.parameters();
    var search = Paging.search(fields);
    var page = Paging.page(fields);
    return Reply.ok(
        fields.into(() -> workspace.warehouses().page(search.get(), page.get())).map(Row::of));
  }

  private static Reply ofItem(Workspace workspace, Call call) {
    Item item = workspace.items().get("itemId", call.id("itemId"));
    return levels(workspace.levels().of(item.id(), Paging.only(call)));
  }

  private static Reply inWarehouse(Workspace workspace, Call call) {
    Warehouse warehouse = workspace.warehouses().get("warehouseId", call.id("warehouseId"));
    return levels(workspace.levels().in(warehouse.id(), Paging.only(call)));
  }

  private static Reply levels(Page<StockLevel> levels) {
    return Reply.ok(levels.map(LevelView::of));
  }
}
