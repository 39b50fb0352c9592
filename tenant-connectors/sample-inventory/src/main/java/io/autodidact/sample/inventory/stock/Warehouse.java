package io.autodidact.sample.inventory.stock;

import io.autodidact.sample.inventory.kernel.Entity;
import io.autodidact.sample.inventory.kernel.Id;
import java.time.Instant;

/** A place where items are kept. */
public record Warehouse(Id<Warehouse> id, WarehouseData data, Instant createdAt)
    implements Entity<Warehouse> {

  public String name() {
    return data.name();
  }
}
