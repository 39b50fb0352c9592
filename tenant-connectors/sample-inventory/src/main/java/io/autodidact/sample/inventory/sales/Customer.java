package io.autodidact.sample.inventory.sales;

import io.autodidact.sample.inventory.kernel.Entity;
import io.autodidact.sample.inventory.kernel.Id;
import java.time.Instant;
import java.util.Optional;

/** Somebody for whom stock can be reserved. */
public record Customer(Id<Customer> id, CustomerData data, Instant createdAt, Instant updatedAt)
    implements Entity<Customer> {

  String email() {
    return data.email();
  }

  Customer reachedBy(Optional<String> email, Optional<String> phone, Instant now) {
    var changed = new CustomerData(data.name(), email.orElse(data.email()), phone.or(data::phone));
    return new Customer(id, changed, createdAt, now);
  }
}
