package io.autodidact.sample.inventory.catalogue;

import io.autodidact.sample.inventory.kernel.Entity;
import io.autodidact.sample.inventory.kernel.Id;
import java.time.Instant;

/**
 * A kind of thing that the company keeps. A discontinued one is no longer ordered, received or
 * reserved.
 */
public record Item(
    Id<Item> id, ItemData data, boolean discontinued, Instant createdAt, Instant updatedAt)
    implements Entity<Item> {

  public String name() {
    return data.name();
  }

  Item changed(ItemChange change, Instant now) {
    return new Item(
        id, change.applyTo(data), change.discontinued().orElse(discontinued), createdAt, now);
  }
}
