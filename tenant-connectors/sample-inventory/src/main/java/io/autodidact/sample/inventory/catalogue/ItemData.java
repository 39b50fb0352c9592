package io.autodidact.sample.inventory.catalogue;

import io.autodidact.sample.inventory.kernel.Id;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a person says about an item.
 *
 * @param sku the stock keeping unit, unique and printed on the shelf
 * @param price of one piece, with two decimals
 * @param reorderLevel the available quantity below which more should be ordered
 */
public record ItemData(
    String name,
    String sku,
    Id<Category> categoryId,
    BigDecimal price,
    Optional<String> description,
    int reorderLevel) {}
