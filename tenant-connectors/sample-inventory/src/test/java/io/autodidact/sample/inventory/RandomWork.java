package io.autodidact.sample.inventory;

import io.autodidact.sample.inventory.catalogue.CategoryData;
import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.catalogue.ItemData;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Ids;
import io.autodidact.sample.inventory.kernel.Refusal;
import io.autodidact.sample.inventory.purchasing.LineRequest;
import io.autodidact.sample.inventory.purchasing.OrderRequest;
import io.autodidact.sample.inventory.purchasing.SupplierData;
import io.autodidact.sample.inventory.sales.CustomerData;
import io.autodidact.sample.inventory.sales.Reservation;
import io.autodidact.sample.inventory.sales.ReservationData;
import io.autodidact.sample.inventory.stock.Place;
import io.autodidact.sample.inventory.stock.StockChange;
import io.autodidact.sample.inventory.stock.StockLevel;
import io.autodidact.sample.inventory.stock.Transfer;
import io.autodidact.sample.inventory.stock.Warehouse;
import io.autodidact.sample.inventory.stock.WarehouseData;
import io.autodidact.sample.inventory.workspace.Workspace;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Random work in a workspace of three items and three warehouses; what is refused is left. */
final class RandomWork {

  private final Random random;
  private final Workspace workspace;
  private final List<Id<Item>> items;
  private final List<Id<Warehouse>> warehouses;
  private final List<Id<Reservation>> reservations = new ArrayList<>();

  RandomWork(int seed) {
    random = new Random(seed);
    workspace = new Workspace(new Ids(random, 5_000), InstantSource.system());
    var category = workspace.categories().add(new CategoryData("All", Optional.empty())).id();
    items =
        IntStream.range(0, 3)
            .mapToObj(
                n -> new ItemData("I" + n, "S" + n, category, BigDecimal.ONE, Optional.empty(), 0))
            .map(data -> workspace.items().add(data).id())
            .toList();
    warehouses =
        IntStream.range(0, 3)
            .mapToObj(
                n -> workspace.warehouses().add(new WarehouseData("W" + n, "C" + n, "X")).id())
            .toList();
  }

  Workspace workspace() {
    return workspace;
  }

  /** Every item in every warehouse. */
  List<Place> places() {
    return items.stream()
        .flatMap(item -> warehouses.stream().map(warehouse -> new Place(item, warehouse)))
        .toList();
  }

  /** Does one thing; false if that was refused. */
  boolean act() {
    try {
      move(random.nextInt(8));
      return true;
    } catch (Refusal refused) {
      return false;
    }
  }

  private void move(int kind) {
    Place place = new Place(one(items), one(warehouses));
    int quantity = 1 + random.nextInt(kind == 0 && random.nextInt(20) == 0 ? StockLevel.MOST : 30);
    StockChange change = new StockChange(place, quantity, Optional.empty());
    switch (kind) {
      case 0, 1 -> workspace.ledger().receive(change);
      case 2 -> workspace.ledger().ship(change);
      case 3 -> workspace.ledger().transfer(transfer(place, quantity));
      case 4 -> workspace.ledger().adjust(change);
      case 5 -> reserve(place, quantity);
      case 6 -> endReservation();
      default -> buy(place, quantity);
    }
  }

  private Transfer transfer(Place place, int quantity) {
    return new Transfer(
        place.itemId(), place.warehouseId(), one(warehouses), quantity, Optional.empty());
  }

  private void reserve(Place place, int quantity) {
    var data = new CustomerData("C", "c" + random.nextInt() + "@x.example", Optional.empty());
    var customer = workspace.customers().add(data).id();
    reservations.add(
        workspace.reservations().add(new ReservationData(customer, place, quantity)).id());
  }

  private void endReservation() {
    if (reservations.isEmpty()) {
      return;
    }
    if (random.nextBoolean()) {
      workspace.reservations().release(one(reservations));
    } else {
      workspace.reservations().fulfil(one(reservations));
    }
  }

  private void buy(Place place, int quantity) {
    var data = new SupplierData("S" + random.nextInt(), "s@x.example", Optional.empty());
    var supplier = workspace.suppliers().add(data).id();
    var line = new LineRequest(place.itemId(), quantity, Optional.empty());
    var order = workspace.orders().add(new OrderRequest(supplier, Optional.empty(), List.of(line)));
    workspace.orders().submit(order.id());
    workspace.receivingOrder().receive(order.id(), place.warehouseId());
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
