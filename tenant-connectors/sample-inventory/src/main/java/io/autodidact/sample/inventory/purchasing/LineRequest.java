package io.autodidact.sample.inventory.purchasing;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.kernel.Id;
import java.math.BigDecimal;
import java.util.Optional;

/** A line as a person asks for it; without a price the item's own price is taken. */
public record LineRequest(Id<Item> itemId, int quantity, Optional<BigDecimal> unitPrice) {}
