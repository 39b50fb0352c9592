package io.autodidact.sample.inventory.stock;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.kernel.Id;
import java.util.Optional;

/** Which movements are wanted; every part that is given must hold. */
public record MovementFilter(
    Optional<Id<Item>> itemId, Optional<Id<Warehouse>> warehouseId, Optional<Movement.Type> type) {

  boolean matches(Movement movement) {
    return itemId.map(movement.itemId()::equals).orElse(true)
        && warehouseId.map(movement.route()::touches).orElse(true)
        && type.map(movement.type()::equals).orElse(true);
  }
}
