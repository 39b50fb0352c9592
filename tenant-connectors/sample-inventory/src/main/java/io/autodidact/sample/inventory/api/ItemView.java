package io.autodidact.sample.inventory.api;

import io.autodidact.sample.inventory.catalogue.Category;
import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.stock.StockLevels;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** An item as JSON, with what all warehouses together have of it. */
record ItemView(
    Id<Item> id,
    String name,
    String sku,
    Optional<String> description,
    Id<Category> categoryId,
    BigDecimal price,
    int reorderLevel,
    boolean discontinued,
    int onHand,
    int reserved,
    int available,
    Instant createdAt,
    Instant updatedAt) {

  /** An item in a list. */
  record Row(
      Id<Item> id,
      String name,
      String sku,
      Id<Category> categoryId,
      BigDecimal price,
      int available,
      boolean discontinued) {

    static Row of(Item item, StockLevels levels) {
      return new Row(
          item.id(),
          item.name(),
          item.data().sku(),
          item.data().categoryId(),
          item.data().price(),
          levels.available(item.id()),
          item.discontinued());
    }
  }

  static ItemView of(Item item, StockLevels levels) {
    return new ItemView(
        item.id(),
        item.name(),
        item.data().sku(),
        item.data().description(),
        item.data().categoryId(),
        item.data().price(),
        item.data().reorderLevel(),
        item.discontinued(),
        levels.onHand(item.id()),
        levels.reserved(item.id()),
        levels.available(item.id()),
        item.createdAt(),
        item.updatedAt());
  }
}
