package io.autodidact.sample.inventory.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/** What is to be different about an item; what is absent stays. */
public record ItemChange(
    Optional<BigDecimal> price,
    Optional<String> description,
    Optional<Integer> reorderLevel,
    Optional<Boolean> discontinued) {

  ItemData applyTo(ItemData data) {
    return new ItemData(
        data.name(),
        data.sku(),
        data.categoryId(),
        price.orElse(data.price()),
        description.or(data::description),
        reorderLevel.orElse(data.reorderLevel()));
  }
}
