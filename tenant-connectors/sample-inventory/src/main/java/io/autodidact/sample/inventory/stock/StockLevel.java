package io.autodidact.sample.inventory.stock;

import io.autodidact.sample.inventory.kernel.Refusal;

/**
 * How much of one item one warehouse has.
 *
 * @param onHand pieces on the shelf, from 0 to {@value #MOST}
 * @param reserved pieces of those that are promised to customers, never more than on hand
 */
public record StockLevel(Place place, int onHand, int reserved) {

  /** The most pieces of one item that fit into one warehouse. */
  public static final int MOST = 1_000_000;

  public StockLevel {
    if (reserved < 0 || onHand < reserved || onHand > MOST) {
      throw new IllegalArgumentException(
          onHand + " on hand and " + reserved + " reserved can not be.");
    }
  }

  static StockLevel none(Place place) {
    return new StockLevel(place, 0, 0);
  }

  /** Pieces that are on hand and promised to nobody. */
  public int available() {
    return onHand - reserved;
  }

  StockLevel plus(int quantity) {
    if (quantity > MOST - onHand) {
      throw Refusal.rule(
          "quantity",
          "quantity "
              + quantity
              + " is too much: a warehouse holds at most "
              + MOST
              + " pieces of an item, and "
              + onHand
              + " are there already.");
    }
    return new StockLevel(place, onHand + quantity, reserved);
  }

  StockLevel minus(int quantity) {
    requireAvailable(quantity);
    return new StockLevel(place, onHand - quantity, reserved);
  }

  StockLevel counted(int quantity) {
    if (quantity == onHand) {
      throw Refusal.rule(
          "countedQuantity",
          "countedQuantity "
              + quantity
              + " is what is on hand already: there is nothing to adjust.");
    }
    if (quantity < reserved) {
      throw Refusal.rule(
          "countedQuantity",
          "countedQuantity "
              + quantity
              + " is less than the "
              + reserved
              + " pieces that are reserved. Release reservations first.");
    }
    return new StockLevel(place, quantity, reserved);
  }

  StockLevel reserve(int quantity) {
    requireAvailable(quantity);
    return new StockLevel(place, onHand, reserved + quantity);
  }

  StockLevel release(int quantity) {
    return new StockLevel(place, onHand, reserved - quantity);
  }

  private void requireAvailable(int quantity) {
    if (quantity > available()) {
      throw Refusal.rule(
          "quantity",
          "quantity "
              + quantity
              + " is more than the "
              + available()
              + " available pieces of this item in this warehouse ("
              + onHand
              + " on hand, "
              + reserved
              + " reserved).");
    }
  }
}
