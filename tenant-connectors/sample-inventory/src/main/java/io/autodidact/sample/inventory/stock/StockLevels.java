package io.autodidact.sample.inventory.stock;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.catalogue.ItemUse;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Page;
import io.autodidact.sample.inventory.kernel.PageRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How much of every item every warehouse has; a place that never held an item holds none of it. */
public final class StockLevels implements ItemUse {

  private final Map<Place, StockLevel> levels = new LinkedHashMap<>();

  public StockLevel at(Place place) {
    return levels.getOrDefault(place, StockLevel.none(place));
  }

  public Page<StockLevel> of(Id<Item> item, PageRequest request) {
    return page(level -> level.place().itemId().equals(item), request);
  }

  public Page<StockLevel> in(Id<Warehouse> warehouse, PageRequest request) {
    return page(level -> level.place().warehouseId().equals(warehouse), request);
  }

  public int onHand(Id<Item> item) {
    return all(item).mapToInt(StockLevel::onHand).sum();
  }

  public int reserved(Id<Item> item) {
    return all(item).mapToInt(StockLevel::reserved).sum();
  }

  public int available(Id<Item> item) {
    return all(item).mapToInt(StockLevel::available).sum();
  }

  @Override
  public Optional<String> need(Id<Item> id) {
    int onHand = onHand(id);
    return onHand == 0 ? Optional.empty() : Optional.of(onHand + " pieces are still on hand");
  }

  void put(Collection<StockLevel> changed) {
    changed.forEach(level -> levels.put(level.place(), level));
  }

  private Stream<StockLevel> all(Id<Item> item) {
    return levels.values().stream().filter(level -> level.place().itemId().equals(item));
  }

  private Page<StockLevel> page(Predicate<StockLevel> filter, PageRequest request) {
    return Page.of(
        levels.values().stream().filter(filter.and(level -> level.onHand() > 0)).toList(), request);
  }
}
