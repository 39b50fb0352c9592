package io.autodidact.sample.inventory.catalogue;

import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Ids;
import io.autodidact.sample.inventory.kernel.Page;
import io.autodidact.sample.inventory.kernel.PageRequest;
import io.autodidact.sample.inventory.kernel.Refusal;
import io.autodidact.sample.inventory.kernel.Search;
import io.autodidact.sample.inventory.kernel.Table;
import java.time.InstantSource;

/** The categories of one workspace. */
public final class Categories {

  private final Table<Category> table = new Table<>("category");
  private final Ids ids;
  private final InstantSource clock;

  public Categories(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  public Category add(CategoryData data) {
    table.requireUnique("name", data.name(), Category::name);
    return table.put(new Category(ids.next(), data, clock.instant()));
  }

  public Category get(String field, Id<Category> id) {
    return table.get(field, id);
  }

  public Page<Category> page(Search search, PageRequest request) {
    return table.page(category -> search.matches(category.name()), request);
  }

  /** Removes a category that holds no item. */
  public void remove(Id<Category> id, Items items) {
    Category category = get("categoryId", id);
    long held = items.in(id);
    if (held > 0) {
      throw Refusal.rule(
          "categoryId",
          "categoryId names category '"
              + category.name()
              + "', which still holds "
              + held
              + " items. Only an empty category can be deleted.");
    }
    table.remove(id);
  }
}
