package io.autodidact.sample.inventory.catalogue;

import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Ids;
import io.autodidact.sample.inventory.kernel.Page;
import io.autodidact.sample.inventory.kernel.PageRequest;
import io.autodidact.sample.inventory.kernel.Refusal;
import io.autodidact.sample.inventory.kernel.Table;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/** The items of one workspace. */
public final class Items {

  private final Table<Item> table = new Table<>("item");
  private final Categories categories;
  private final Ids ids;
  private final InstantSource clock;

  public Items(Categories categories, Ids ids, InstantSource clock) {
    this.categories = categories;
    this.ids = ids;
    this.clock = clock;
  }

  public Item add(ItemData data) {
    categories.get("categoryId", data.categoryId());
    table.requireUnique("name", data.name(), Item::name);
    table.requireUnique("sku", data.sku(), item -> item.data().sku());
    var now = clock.instant();
    return table.put(new Item(ids.next(), data, false, now, now));
  }

  public Item get(String field, Id<Item> id) {
    return table.get(field, id);
  }

  /** The item, unless it is discontinued. */
  public Item active(String field, Id<Item> id) {
    Item item = get(field, id);
    if (item.discontinued()) {
      throw Refusal.rule(
          field,
          field
              + " names item '"
              + item.name()
              + "', which is discontinued: it can not be ordered, received or reserved.");
    }
    return item;
  }

  /**
   * @param also a further condition that the catalogue itself can not judge, such as stock
   */
  public Page<Item> page(ItemFilter filter, Predicate<Item> also, PageRequest request) {
    filter.categoryId().ifPresent(id -> categories.get("categoryId", id));
    return table.page(item -> filter.matches(item) && also.test(item), request);
  }

  public Item change(Id<Item> id, ItemChange change) {
    return table.put(get("itemId", id).changed(change, clock.instant()));
  }

  /** Removes an item that none of its uses needs any more. */
  public void remove(Id<Item> id, List<ItemUse> uses) {
    Item item = get("itemId", id);
    for (ItemUse use : uses) {
      use.need(id)
          .ifPresent(
              need -> {
                throw Refusal.rule(
                    "itemId",
                    "itemId names item '" + item.name() + "', which is needed: " + need + ".");
              });
    }
    table.remove(id);
  }

  long in(Id<Category> category) {
    return table.stream().filter(item -> item.data().categoryId().equals(category)).count();
  }
}
