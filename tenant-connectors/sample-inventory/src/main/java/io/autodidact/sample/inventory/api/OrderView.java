package io.autodidact.sample.inventory.api;

import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.purchasing.OrderLine;
import io.autodidact.sample.inventory.purchasing.PurchaseOrder;
import io.autodidact.sample.inventory.purchasing.Supplier;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** A purchase order as JSON, with what it costs altogether. */
record OrderView(
    Id<PurchaseOrder> id,
    String number,
    Id<Supplier> supplierId,
    PurchaseOrder.Status status,
    List<OrderLine> lines,
    BigDecimal total,
    Instant createdAt,
    Instant updatedAt) {

  /** A purchase order in a list. */
  record Row(
      Id<PurchaseOrder> id,
      String number,
      Id<Supplier> supplierId,
      PurchaseOrder.Status status,
      BigDecimal total) {

    static Row of(PurchaseOrder order) {
      return new Row(order.id(), order.number(), order.supplierId(), order.status(), order.total());
    }
  }

  static OrderView of(PurchaseOrder order) {
    return new OrderView(
        order.id(),
        order.number(),
        order.supplierId(),
        order.status(),
        order.lines(),
        order.total(),
        order.createdAt(),
        order.updatedAt());
  }
}
