package io.autodidact.sample.inventory.stock;

import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Ids;
import io.autodidact.sample.inventory.kernel.Page;
import io.autodidact.sample.inventory.kernel.PageRequest;
import io.autodidact.sample.inventory.kernel.Search;
import io.autodidact.sample.inventory.kernel.Table;
import java.time.InstantSource;

/** The warehouses of one workspace. */
public final class Warehouses {

  private final Table<Warehouse> table = new Table<>("warehouse");
  private final Ids ids;
  private final InstantSource clock;

  public Warehouses(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  public Warehouse add(WarehouseData data) {
    table.requireUnique("name", data.name(), Warehouse::name);
    table.requireUnique("code", data.code(), warehouse -> warehouse.data().code());
    return table.put(new Warehouse(ids.next(), data, clock.instant()));
  }

  public Warehouse get(String field, Id<Warehouse> id) {
    return table.get(field, id);
  }

  public Page<Warehouse> page(Search search, PageRequest request) {
    return table.page(
        warehouse ->
            search.matches(warehouse.name(), warehouse.data().code(), warehouse.data().city()),
        request);
  }
}
