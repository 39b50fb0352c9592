package io.autodidact.sample.inventory.stock;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.kernel.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * A number of pieces of one item that came from one warehouse, went into one, or both. What came
 * into a warehouse less what left it is what is on hand there.
 */
public record Movement(
    Id<Movement> id,
    Type type,
    Id<Item> itemId,
    Route route,
    int quantity,
    Optional<String> note,
    Instant createdAt) {

  /** Why stock moved. */
  public enum Type {
    RECEIPT,
    SHIPMENT,
    TRANSFER,
    ADJUSTMENT
  }

  /** From where to where; outside the company where a side is absent. */
  public record Route(Optional<Id<Warehouse>> from, Optional<Id<Warehouse>> to) {

    static Route into(Id<Warehouse> warehouse) {
      return new Route(Optional.empty(), Optional.of(warehouse));
    }

    static Route outOf(Id<Warehouse> warehouse) {
      return new Route(Optional.of(warehouse), Optional.empty());
    }

    static Route between(Id<Warehouse> from, Id<Warehouse> to) {
      return new Route(Optional.of(from), Optional.of(to));
    }

    boolean touches(Id<Warehouse> warehouse) {
      return from.map(warehouse::equals).orElse(false) || to.map(warehouse::equals).orElse(false);
    }
  }

  public Movement {
    if (quantity < 1) {
      throw new IllegalArgumentException(
          "A movement moves at least one piece, not " + quantity + ".");
    }
  }
}
