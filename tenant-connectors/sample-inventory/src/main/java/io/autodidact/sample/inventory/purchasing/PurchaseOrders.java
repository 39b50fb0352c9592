package io.autodidact.sample.inventory.purchasing;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.catalogue.ItemUse;
import io.autodidact.sample.inventory.catalogue.Items;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Ids;
import io.autodidact.sample.inventory.kernel.Page;
import io.autodidact.sample.inventory.kernel.PageRequest;
import io.autodidact.sample.inventory.kernel.Table;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The purchase orders of one workspace. */
public final class PurchaseOrders implements ItemUse {

  private final Table<PurchaseOrder> table = new Table<>("purchase order");
  private final Suppliers suppliers;
  private final Items items;
  private final Ids ids;
  private final InstantSource clock;

  public PurchaseOrders(Suppliers suppliers, Items items, Ids ids, InstantSource clock) {
    this.suppliers = suppliers;
    this.items = items;
    this.ids = ids;
    this.clock = clock;
  }

  public PurchaseOrder add(OrderRequest request) {
    suppliers.active(request.supplierId());
    request
        .number()
        .ifPresent(number -> table.requireUnique("number", number, PurchaseOrder::number));
    List<OrderLine> lines = request.lines().stream().map(this::line).toList();
    var now = clock.instant();
    Id<PurchaseOrder> id = ids.next();
    PurchaseOrder order =
        new PurchaseOrder(
            id,
            request.number().orElse("PO-" + id.value()),
            request.supplierId(),
            PurchaseOrder.Status.DRAFT,
            List.of(),
            now,
            now);
    for (OrderLine line : lines) {
      order = order.plus(line, now);
    }
    return table.put(order);
  }

  public PurchaseOrder get(Id<PurchaseOrder> id) {
    return table.get("orderId", id);
  }

  public Page<PurchaseOrder> page(OrderFilter filter, PageRequest request) {
    filter.supplierId().ifPresent(suppliers::get);
    return table.page(filter::matches, request);
  }

  public PurchaseOrder addLine(Id<PurchaseOrder> id, LineRequest request) {
    PurchaseOrder order = get(id);
    return table.put(order.plus(line(request), clock.instant()));
  }

  public PurchaseOrder submit(Id<PurchaseOrder> id) {
    PurchaseOrder order = get(id).submitted(clock.instant());
    suppliers.active(order.supplierId());
    return table.put(order);
  }

  public PurchaseOrder cancel(Id<PurchaseOrder> id) {
    return table.put(get(id).cancelled(clock.instant()));
  }

  @Override
  public Optional<String> need(Id<Item> id) {
    return table.stream()
        .filter(order -> order.waitsFor(id))
        .findFirst()
        .map(order -> "purchase order " + order.number() + " waits for it");
  }

  PurchaseOrder keep(PurchaseOrder order) {
    return table.put(order);
  }

  private OrderLine line(LineRequest request) {
    Item item = items.active("itemId", request.itemId());
    return new OrderLine(
        item.id(), request.quantity(), request.unitPrice().orElse(item.data().price()));
  }
}
