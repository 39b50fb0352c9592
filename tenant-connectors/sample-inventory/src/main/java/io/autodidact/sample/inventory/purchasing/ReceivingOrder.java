package io.autodidact.sample.inventory.purchasing;

import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.stock.Place;
import io.autodidact.sample.inventory.stock.StockChange;
import io.autodidact.sample.inventory.stock.StockLedger;
import io.autodidact.sample.inventory.stock.Warehouse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Puts everything on a submitted purchase order into one warehouse, also what was discontinued
 * meanwhile.
 */
public final class ReceivingOrder {

  private final PurchaseOrders orders;
  private final StockLedger ledger;
  private final InstantSource clock;

  public ReceivingOrder(PurchaseOrders orders, StockLedger ledger, InstantSource clock) {
    this.orders = orders;
    this.ledger = ledger;
    this.clock = clock;
  }

  public PurchaseOrder receive(Id<PurchaseOrder> id, Id<Warehouse> warehouse) {
    PurchaseOrder received = orders.get(id).received(clock.instant());
    List<StockChange> changes =
        received.lines().stream()
            .map(
                line ->
                    new StockChange(
                        new Place(line.itemId(), warehouse),
                        line.quantity(),
                        Optional.of(received.number())))
            .toList();
    ledger.receiveAll(changes);
    return orders.keep(received);
  }
}
