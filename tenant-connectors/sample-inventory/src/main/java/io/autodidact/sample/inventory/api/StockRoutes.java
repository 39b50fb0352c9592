package io.autodidact.sample.inventory.api;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.http.Call;
import io.autodidact.sample.inventory.http.Fields;
import io.autodidact.sample.inventory.http.Reply;
import io.autodidact.sample.inventory.http.Shape;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.stock.Movement;
import io.autodidact.sample.inventory.stock.MovementFilter;
import io.autodidact.sample.inventory.stock.Place;
import io.autodidact.sample.inventory.stock.StockChange;
import io.autodidact.sample.inventory.stock.Transfer;
import io.autodidact.sample.inventory.stock.Warehouse;
import io.autodidact.sample.inventory.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;

/** Stock movements. */
final class StockRoutes {

  private static final int NOTE = 200;

  private record View(
      Id<Movement> id,
      Movement.Type type,
      Id<Item> itemId,
      Optional<Id<Warehouse>> fromWarehouseId,
      Optional<Id<Warehouse>> toWarehouseId,
      int quantity,
      Optional<String> note,
      Instant createdAt) {

    static View of(Movement movement) {
      return new View(
          movement.id(),
          movement.type(),
          movement.itemId(),
          movement.route().from(),
          movement.route().to(),
          movement.quantity(),
          movement.note(),
          movement.createdAt());
    }
  }

  private StockRoutes() {}

  static void addTo(Operations operations) {
    operations
        .add("receive_stock", "POST", "/stock/receipts", StockRoutes::receive)
        .add("ship_stock", "POST", "/stock/shipments", StockRoutes::ship)
        .add("transfer_stock", "POST", "/stock/transfers", StockRoutes::transfer)
        .add("adjust_stock", "POST", "/stock/adjustments", StockRoutes::adjust)
        .add("list_stock_movements", "GET", "/stock/movements", StockRoutes::list);
  }

  private static Reply receive(Workspace workspace, Call call) {
    return recorded(workspace.ledger().receive(change(call, "quantity", Shape.quantity())));
  }

  private static Reply ship(Workspace workspace, Call call) {
    return recorded(workspace.ledger().ship(change(call, "quantity", Shape.quantity())));
  }

  private static Reply adjust(Workspace workspace, Call call) {
    return recorded(
        workspace.ledger().adjust(change(call, "countedQuantity", Shape.number(0, Shape.MOST))));
  }

  private static Reply transfer(Workspace workspace, Call call) {
    Fields fields = call.properties();
    var itemId = fields.required("itemId", Shape.<Item>id());
    var from = fields.required("fromWarehouseId", Shape.<Warehouse>id());
    var to = fields.required("toWarehouseId", Shape.<Warehouse>id());
    var quantity = fields.required("quantity", Shape.quantity());
    var note = fields.optional("note", Shape.text(NOTE));
    return recorded(
        workspace
            .ledger()
            .transfer(
                fields.into(
                    () ->
                        new Transfer(
                            itemId.get(), from.get(), to.get(), quantity.get(), note.get()))));
  }

  private static Reply list(Workspace workspace, Call call) {
    Fields fields = call.parameters();
    var itemId = fields.optional("itemId", Shape.<Item>id());
    var warehouseId = fields.optional("warehouseId", Shape.<Warehouse>id());
    var type = fields.optional("type", Shape.oneOf(Movement.Type.class));
    var page = Paging.page(fields);
    return Reply.ok(
        fields
            .into(
                () ->
                    workspace
                        .movements()
                        .page(
                            new MovementFilter(itemId.get(), warehouseId.get(), type.get()),
                            page.get()))
            .map(View::of));
  }

  private static StockChange change(Call call, String quantityName, Shape<Integer> quantityShape) {
    Fields fields = call.properties();
    var itemId = fields.required("itemId", Shape.<Item>id());
    var warehouseId = fields.required("warehouseId", Shape.<Warehouse>id());
    var quantity = fields.required(quantityName, quantityShape);
    var note = fields.optional("note", Shape.text(NOTE));
    return fields.into(
        () ->
            new StockChange(
                new Place(itemId.get(), warehouseId.get()), quantity.get(), note.get()));
  }

  private static Reply recorded(Movement movement) {
    return Reply.created("/stock/movements", View.of(movement));
  }
}
