package io.autodidact.sample.inventory.purchasing;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.kernel.Id;
import java.math.BigDecimal;

/** Some pieces of one item on a purchase order, at the price the supplier asks for a piece. */
public record OrderLine(Id<Item> itemId, int quantity, BigDecimal unitPrice) {

  BigDecimal total() {
    return unitPrice.multiply(BigDecimal.valueOf(quantity));
  }
}
