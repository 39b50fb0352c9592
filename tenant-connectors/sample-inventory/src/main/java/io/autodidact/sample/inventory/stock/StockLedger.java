package io.autodidact.sample.inventory.stock;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.catalogue.Items;
import io.autodidact.sample.inventory.kernel.Id;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves stock. Every change of what is on hand is written down as a movement; a refused change
 * leaves levels and movements as they were.
 */
public final class StockLedger {

  private final Items items;
  private final Warehouses warehouses;
  private final StockLevels levels;
  private final Movements movements;

  public StockLedger(Items items, Warehouses warehouses, StockLevels levels, Movements movements) {
    this.items = items;
    this.warehouses = warehouses;
    this.levels = levels;
    this.movements = movements;
  }

  public Movement receive(StockChange change) {
    items.active("itemId", change.place().itemId());
    return receiveAll(List.of(change)).getFirst();
  }

  /** Receives all of the changes or none of them, each for an item of its own. */
  public List<Movement> receiveAll(List<StockChange> changes) {
    Map<Place, StockLevel> after = new LinkedHashMap<>();
    for (StockChange change : changes) {
      warehouses.get("warehouseId", change.place().warehouseId());
      after.merge(
          change.place(),
          levels.at(change.place()).plus(change.quantity()),
          (first, second) -> first.plus(change.quantity()));
    }
    List<Movement> receipts =
        changes.stream()
            .map(
                change ->
                    draft(
                        Movement.Type.RECEIPT,
                        change,
                        Movement.Route.into(change.place().warehouseId())))
            .toList();
    levels.put(after.values());
    movements.record(receipts);
    return receipts;
  }

  public Movement ship(StockChange change) {
    StockLevel after = known(change.place()).minus(change.quantity());
    return record(
        draft(Movement.Type.SHIPMENT, change, Movement.Route.outOf(change.place().warehouseId())),
        after);
  }

  public Movement transfer(Transfer transfer) {
    items.get("itemId", transfer.itemId());
    warehouses.get("fromWarehouseId", transfer.from());
    warehouses.get("toWarehouseId", transfer.to());
    StockLevel source = levels.at(transfer.source()).minus(transfer.quantity());
    StockLevel target = levels.at(transfer.target()).plus(transfer.quantity());
    Movement movement =
        movements.draft(
            Movement.Type.TRANSFER,
            transfer.itemId(),
            Movement.Route.between(transfer.from(), transfer.to()),
            transfer.quantity(),
            transfer.note());
    return record(movement, source, target);
  }

  /** Sets what is on hand to what somebody counted: {@code counted.quantity()} pieces. */
  public Movement adjust(StockChange counted) {
    StockLevel before = known(counted.place());
    StockLevel after = before.counted(counted.quantity());
    int difference = after.onHand() - before.onHand();
    Id<Warehouse> warehouse = counted.place().warehouseId();
    Movement movement =
        movements.draft(
            Movement.Type.ADJUSTMENT,
            counted.place().itemId(),
            difference > 0 ? Movement.Route.into(warehouse) : Movement.Route.outOf(warehouse),
            Math.abs(difference),
            counted.note());
    return record(movement, after);
  }

  /** Promises pieces to a customer: they stay on hand but are no longer available. */
  public void reserve(Place place, int quantity) {
    items.active("itemId", place.itemId());
    levels.put(List.of(known(place).reserve(quantity)));
  }

  /** Takes a promise back. */
  public void release(Place place, int quantity) {
    levels.put(List.of(levels.at(place).release(quantity)));
  }

  /** Keeps a promise: the reserved pieces leave the warehouse. */
  public Movement shipReserved(Place place, int quantity, String note) {
    StockLevel after = levels.at(place).release(quantity).minus(quantity);
    return record(
        draft(
            Movement.Type.SHIPMENT,
            new StockChange(place, quantity, Optional.of(note)),
            Movement.Route.outOf(place.warehouseId())),
        after);
  }

  private StockLevel known(Place place) {
    Item item = items.get("itemId", place.itemId());
    Warehouse warehouse = warehouses.get("warehouseId", place.warehouseId());
    return levels.at(new Place(item.id(), warehouse.id()));
  }

  private Movement draft(Movement.Type type, StockChange change, Movement.Route route) {
    return movements.draft(type, change.place().itemId(), route, change.quantity(), change.note());
  }

  private Movement record(Movement movement, StockLevel... after) {
    levels.put(List.of(after));
    movements.record(List.of(movement));
    return movement;
  }
}
