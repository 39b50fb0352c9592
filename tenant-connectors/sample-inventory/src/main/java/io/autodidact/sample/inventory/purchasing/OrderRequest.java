package io.autodidact.sample.inventory.purchasing;

import io.autodidact.sample.inventory.kernel.Id;
import java.util.List;
import java.util.Optional;

/** A purchase order as a person asks for it; without a number it is given one. */
public record OrderRequest(
    Id<Supplier> supplierId, Optional<String> number, List<LineRequest> lines) {

  public OrderRequest {
    lines = List.copyOf(lines);
  }
}
