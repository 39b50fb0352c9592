package io.autodidact.sample.inventory.purchasing;

import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Ids;
import io.autodidact.sample.inventory.kernel.Page;
import io.autodidact.sample.inventory.kernel.PageRequest;
import io.autodidact.sample.inventory.kernel.Refusal;
import io.autodidact.sample.inventory.kernel.Search;
import io.autodidact.sample.inventory.kernel.Table;
import java.time.InstantSource;
import java.util.Optional;

/** The suppliers of one workspace. */
public final class Suppliers {

  private final Table<Supplier> table = new Table<>("supplier");
  private final Ids ids;
  private final InstantSource clock;

  public Suppliers(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  public Supplier add(SupplierData data) {
    table.requireUnique("name", data.name(), Supplier::name);
    var now = clock.instant();
    return table.put(new Supplier(ids.next(), data, true, now, now));
  }

  public Supplier get(Id<Supplier> id) {
    return table.get("supplierId", id);
  }

  /** The supplier, unless it is inactive. */
  public Supplier active(Id<Supplier> id) {
    Supplier supplier = get(id);
    if (!supplier.active()) {
      throw Refusal.rule(
          "supplierId",
          "supplierId names supplier '"
              + supplier.name()
              + "', which is inactive. Activate it before ordering from it.");
    }
    return supplier;
  }

  public Page<Supplier> page(Search search, Optional<Boolean> active, PageRequest request) {
    return table.page(
        supplier ->
            search.matches(supplier.name(), supplier.data().email())
                && active.map(wanted -> wanted == supplier.active()).orElse(true),
        request);
  }

  /** Changes how a supplier is reached; what is absent stays. */
  public Supplier change(Id<Supplier> id, Optional<String> email, Optional<String> phone) {
    return table.put(get(id).reachedBy(email, phone, clock.instant()));
  }

  public Supplier activate(Id<Supplier> id, boolean wanted) {
    return table.put(get(id).activated(wanted, clock.instant()));
  }
}
