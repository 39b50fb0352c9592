package io.autodidact.sample.inventory.stock;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.kernel.Id;

/** One item in one warehouse. */
public record Place(Id<Item> itemId, Id<Warehouse> warehouseId) {}
