package io.autodidact.sample.inventory.purchasing;

import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Search;
import java.util.Optional;

/** Which purchase orders are wanted; every part that is given must hold. */
public record OrderFilter(
    Search search, Optional<Id<Supplier>> supplierId, Optional<PurchaseOrder.Status> status) {

  boolean matches(PurchaseOrder order) {
    return search.matches(order.number())
        && supplierId.map(order.supplierId()::equals).orElse(true)
        && status.map(order.status()::equals).orElse(true);
  }
}
