package io.autodidact.sample.inventory.purchasing;

import io.autodidact.sample.inventory.kernel.Entity;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Refusal;
import java.time.Instant;
import java.util.Optional;

/** A company that items are ordered from, as long as it is active. */
public record Supplier(
    Id<Supplier> id, SupplierData data, boolean active, Instant createdAt, Instant updatedAt)
    implements Entity<Supplier> {

  public String name() {
    return data.name();
  }

  Supplier reachedBy(Optional<String> email, Optional<String> phone, Instant now) {
    var changed = new SupplierData(data.name(), email.orElse(data.email()), phone.or(data::phone));
    return new Supplier(id, changed, active, createdAt, now);
  }

  Supplier activated(boolean wanted, Instant now) {
    if (wanted == active) {
      throw Refusal.rule(
          "supplierId",
          "supplierId names supplier '"
              + name()
              + "', which is already "
              + (active ? "active." : "inactive."));
    }
    return new Supplier(id, data, wanted, createdAt, now);
  }
}
