package io.autodidact.sample.inventory.catalogue;

import io.autodidact.sample.inventory.kernel.Id;
import java.util.Optional;

/** A part of the inventory that may still need an item. */
@FunctionalInterface
public interface ItemUse {

  /** Why the item can not go yet, as the end of a sentence: "5 pieces are in stock". */
  Optional<String> need(Id<Item> id);
}
