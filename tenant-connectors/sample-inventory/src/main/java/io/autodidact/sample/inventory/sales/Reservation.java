package io.autodidact.sample.inventory.sales;

import io.autodidact.sample.inventory.kernel.Entity;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Refusal;
import java.time.Instant;
import java.util.Locale;

/** A promise of stock to a customer: open until it is released or fulfilled. */
public record Reservation(
    Id<Reservation> id, ReservationData data, Status status, Instant createdAt, Instant updatedAt)
    implements Entity<Reservation> {

  /** Where a reservation is in its life. */
  public enum Status {
    OPEN,
    RELEASED,
    FULFILLED
  }

  Reservation released(Instant now) {
    return closed(Status.RELEASED, now);
  }

  Reservation fulfilled(Instant now) {
    return closed(Status.FULFILLED, now);
  }

  private Reservation closed(Status end, Instant now) {
    if (status != Status.OPEN) {
      throw Refusal.rule(
          "reservationId",
          "reservationId "
              + id.value()
              + " is already "
              + status.name().toLowerCase(Locale.ROOT)
              + " and can not be "
              + end.name().toLowerCase(Locale.ROOT)
              + ".");
    }
    return new Reservation(id, data, end, createdAt, now);
  }
}
