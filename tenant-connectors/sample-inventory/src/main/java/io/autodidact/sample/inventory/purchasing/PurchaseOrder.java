package io.autodidact.sample.inventory.purchasing;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.kernel.Entity;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Refusal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is ordered from one supplier: drafted line by line, submitted, then received as a whole or
 * cancelled.
 */
public record PurchaseOrder(
    Id<PurchaseOrder> id,
    String number,
    Id<Supplier> supplierId,
    Status status,
    List<OrderLine> lines,
    Instant createdAt,
    Instant updatedAt)
    implements Entity<PurchaseOrder> {

  /** The most lines one order may have. */
  public static final int MOST_LINES = 50;

  /** Where an order is in its life. */
  public enum Status {
    DRAFT,
    SUBMITTED,
    RECEIVED,
    CANCELLED
  }

  public PurchaseOrder {
    lines = List.copyOf(lines);
  }

  public BigDecimal total() {
    return lines.stream().map(OrderLine::total).reduce(new BigDecimal("0.00"), BigDecimal::add);
  }

  PurchaseOrder plus(OrderLine line, Instant now) {
    require("given another line", EnumSet.of(Status.DRAFT));
    if (has(line.itemId())) {
      throw Refusal.rule(
          "itemId",
          "itemId " + line.itemId().value() + " is already on purchase order " + number + ".");
    }
    if (lines.size() == MOST_LINES) {
      throw Refusal.rule(
          "orderId", "orderId names a purchase order that already has " + MOST_LINES + " lines.");
    }
    List<OrderLine> more = Stream.concat(lines.stream(), Stream.of(line)).toList();
    return new PurchaseOrder(id, number, supplierId, status, more, createdAt, now);
  }

  PurchaseOrder submitted(Instant now) {
    require("submitted", EnumSet.of(Status.DRAFT));
    if (lines.isEmpty()) {
      throw Refusal.rule(
          "orderId",
          "orderId names purchase order " + number + ", which has no lines. Add a line first.");
    }
    return in(Status.SUBMITTED, now);
  }

  PurchaseOrder received(Instant now) {
    require("received", EnumSet.of(Status.SUBMITTED));
    return in(Status.RECEIVED, now);
  }

  PurchaseOrder cancelled(Instant now) {
    require("cancelled", EnumSet.of(Status.DRAFT, Status.SUBMITTED));
    return in(Status.CANCELLED, now);
  }

  boolean waitsFor(Id<Item> item) {
    return (status == Status.DRAFT || status == Status.SUBMITTED) && has(item);
  }

  private boolean has(Id<Item> item) {
    return lines.stream().anyMatch(line -> line.itemId().equals(item));
  }

  private PurchaseOrder in(Status next, Instant now) {
    return new PurchaseOrder(id, number, supplierId, next, lines, createdAt, now);
  }

  private void require(String deed, Set<Status> allowed) {
    if (!allowed.contains(status)) {
      throw Refusal.rule(
          "orderId",
          "orderId names purchase order "
              + number
              + ", which is "
              + status.name().toLowerCase(Locale.ROOT)
              + " and can not be "
              + deed
              + ".");
    }
  }
}
