package io.autodidact.sample.inventory.stock;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Refusal;
import java.util.Optional;

/** A wish to move pieces of an item from one warehouse to another one. */
public record Transfer(
    Id<Item> itemId, Id<Warehouse> from, Id<Warehouse> to, int quantity, Optional<String> note) {

  public Transfer {
    if (from.equals(to)) {
      throw Refusal.rule(
          "toWarehouseId",
          "toWarehouseId "
              + to.value()
              + " is where the items already are. Name another warehouse.");
    }
  }

  Place source() {
    return new Place(itemId, from);
  }

  Place target() {
    return new Place(itemId, to);
  }
}
