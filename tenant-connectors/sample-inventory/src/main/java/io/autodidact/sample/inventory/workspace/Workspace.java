package io.autodidact.sample.inventory.workspace;

import io.autodidact.sample.inventory.catalogue.Categories;
import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.catalogue.Items;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Ids;
import io.autodidact.sample.inventory.purchasing.PurchaseOrders;
import io.autodidact.sample.inventory.purchasing.ReceivingOrder;
import io.autodidact.sample.inventory.purchasing.Suppliers;
import io.autodidact.sample.inventory.sales.Customers;
import io.autodidact.sample.inventory.sales.Reservations;
import io.autodidact.sample.inventory.stock.Movements;
import io.autodidact.sample.inventory.stock.StockLedger;
import io.autodidact.sample.inventory.stock.StockLevels;
import io.autodidact.sample.inventory.stock.Warehouses;
import java.time.InstantSource;
import java.util.List;

/** One private inventory with all of its parts. Not safe for use by several threads at once. */
public final class Workspace {

  private final Categories categories;
  private final Items items;
  private final Warehouses warehouses;
  private final StockLevels levels = new StockLevels();
  private final Movements movements;
  private final StockLedger ledger;
  private final Suppliers suppliers;
  private final PurchaseOrders orders;
  private final ReceivingOrder receivingOrder;
  private final Customers customers;
  private final Reservations reservations;

  public Workspace(Ids ids, InstantSource clock) {
    categories = new Categories(ids, clock);
    items = new Items(categories, ids, clock);
    warehouses = new Warehouses(ids, clock);
    movements = new Movements(ids, clock);
    ledger = new StockLedger(items, warehouses, levels, movements);
    suppliers = new Suppliers(ids, clock);
    orders = new PurchaseOrders(suppliers, items, ids, clock);
    receivingOrder = new ReceivingOrder(orders, ledger, clock);
    customers = new Customers(ids, clock);
    reservations = new Reservations(customers, ledger, ids, clock);
  }

  /** Removes an item that is neither in stock nor on an open purchase order. */
  public void removeItem(Id<Item> id) {
    items.remove(id, List.of(levels, orders));
  }

  public Categories categories() {
    return categories;
  }

  public Items items() {
    return items;
  }

  public Warehouses warehouses() {
    return warehouses;
  }

  public StockLevels levels() {
    return levels;
  }

  public Movements movements() {
    return movements;
  }

  public StockLedger ledger() {
    return ledger;
  }

  public Suppliers suppliers() {
    return suppliers;
  }

  public PurchaseOrders orders() {
    return orders;
  }

  public ReceivingOrder receivingOrder() {
    return receivingOrder;
  }

  public Customers customers() {
    return customers;
  }

  public Reservations reservations() {
    return reservations;
  }
}
