package io.autodidact.sample.inventory.sales;

import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Ids;
import io.autodidact.sample.inventory.kernel.Page;
import io.autodidact.sample.inventory.kernel.PageRequest;
import io.autodidact.sample.inventory.kernel.Table;
import io.autodidact.sample.inventory.stock.StockLedger;
import java.time.InstantSource;

/** The reservations of one workspace. */
public final class Reservations {

  private final Table<Reservation> table = new Table<>("reservation");
  private final Customers customers;
  private final StockLedger ledger;
  private final Ids ids;
  private final InstantSource clock;

  public Reservations(Customers customers, StockLedger ledger, Ids ids, InstantSource clock) {
    this.customers = customers;
    this.ledger = ledger;
    this.ids = ids;
    this.clock = clock;
  }

  public Reservation add(ReservationData data) {
    customers.get(data.customerId());
    var now = clock.instant();
    var reservation = new Reservation(ids.next(), data, Reservation.Status.OPEN, now, now);
    ledger.reserve(data.place(), data.quantity());
    return table.put(reservation);
  }

  public Reservation get(Id<Reservation> id) {
    return table.get("reservationId", id);
  }

  public Page<Reservation> page(ReservationFilter filter, PageRequest request) {
    filter.customerId().ifPresent(customers::get);
    return table.page(filter::matches, request);
  }

  /** Gives the pieces back to those that are available. */
  public Reservation release(Id<Reservation> id) {
    Reservation released = get(id).released(clock.instant());
    ledger.release(released.data().place(), released.data().quantity());
    return table.put(released);
  }

  /** Ships the pieces to the customer. */
  public Reservation fulfil(Id<Reservation> id) {
    Reservation fulfilled = get(id).fulfilled(clock.instant());
    ledger.shipReserved(
        fulfilled.data().place(), fulfilled.data().quantity(), "Reservation " + id.value());
    return table.put(fulfilled);
  }
}
