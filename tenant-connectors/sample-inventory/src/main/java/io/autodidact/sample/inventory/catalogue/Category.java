package io.autodidact.sample.inventory.catalogue;

import io.autodidact.sample.inventory.kernel.Entity;
import io.autodidact.sample.inventory.kernel.Id;
import java.time.Instant;

/** A group of items under a name of its own. */
public record Category(Id<Category> id, CategoryData data, Instant createdAt)
    implements Entity<Category> {

  public String name() {
    return data.name();
  }
}
