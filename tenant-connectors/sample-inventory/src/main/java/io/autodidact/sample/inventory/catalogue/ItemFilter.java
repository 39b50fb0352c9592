package io.autodidact.sample.inventory.catalogue;

import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Search;
import java.util.Optional;

/**
 * Which items are wanted: by a part of name or SKU, by category, by whether they are discontinued.
 */
public record ItemFilter(
    Search search, Optional<Id<Category>> categoryId, Optional<Boolean> discontinued) {

  boolean matches(Item item) {
    return search.matches(item.name(), item.data().sku())
        && categoryId.map(item.data().categoryId()::equals).orElse(true)
        && discontinued.map(wanted -> wanted == item.discontinued()).orElse(true);
  }
}
