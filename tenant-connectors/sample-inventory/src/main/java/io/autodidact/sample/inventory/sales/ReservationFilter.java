package io.autodidact.sample.inventory.sales;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.kernel.Id;
import java.util.Optional;

/** Which reservations are wanted; every part that is given must hold. */
public record ReservationFilter(
    Optional<Id<Customer>> customerId,
    Optional<Id<Item>> itemId,
    Optional<Reservation.Status> status) {

  boolean matches(Reservation reservation) {
    return customerId.map(reservation.data().customerId()::equals).orElse(true)
        && itemId.map(reservation.data().place().itemId()::equals).orElse(true)
        && status.map(reservation.status()::equals).orElse(true);
  }
}
