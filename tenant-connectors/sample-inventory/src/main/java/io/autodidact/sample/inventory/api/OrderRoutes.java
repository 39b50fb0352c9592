package io.autodidact.sample.inventory.api;

import io.autodidact.sample.inventory.catalogue.Item;
import io.autodidact.sample.inventory.http.Call;
import io.autodidact.sample.inventory.http.Fields;
import io.autodidact.sample.inventory.http.Reply;
import io.autodidact.sample.inventory.http.Shape;
import io.autodidact.sample.inventory.purchasing.LineRequest;
import io.autodidact.sample.inventory.purchasing.OrderFilter;
import io.autodidact.sample.inventory.purchasing.OrderRequest;
import io.autodidact.sample.inventory.purchasing.PurchaseOrder;
import io.autodidact.sample.inventory.purchasing.Supplier;
import io.autodidact.sample.inventory.stock.Warehouse;
import io.autodidact.sample.inventory.workspace.Workspace;

/** Purchase orders. */
final class OrderRoutes {

  private static final int NUMBER = 40;

  private OrderRoutes() {}

  static void addTo(Operations operations) {
    String one = "/purchase-orders/{orderId}";
    operations
        .add("create_purchase_order", "POST", "/purchase-orders", OrderRoutes::create)
        .add("list_purchase_orders", "GET", "/purchase-orders", OrderRoutes::list)
        .add("get_purchase_order", "GET", one, OrderRoutes::get)
        .add("add_purchase_order_line", "POST", one + "/lines", OrderRoutes::addLine)
        .add("submit_purchase_order", "POST", one + "/submit", OrderRoutes::submit)
        .add("receive_purchase_order", "POST", one + "/receive", OrderRoutes::receive)
        .add("cancel_purchase_order", "POST", one + "/cancel", OrderRoutes::cancel);
  }

  private static Reply create(Workspace workspace, Call call) {
    Fields fields = call.properties();
    var supplierId = fields.required("supplierId", Shape.<Supplier>id());
    var number = fields.optional("number", Shape.text(NUMBER));
    var lines = fields.list("lines", PurchaseOrder.MOST_LINES, OrderRoutes::line);
    PurchaseOrder order =
        workspace
            .orders()
            .add(fields.into(() -> new OrderRequest(supplierId.get(), number.get(), lines.get())));
    return Reply.created("/purchase-orders/" + order.id().value(), OrderView.of(order));
  }

  private static Reply list(Workspace workspace, Call call) {
    Fields fields = call.parameters();
    var search = Paging.search(fields);
    var supplierId = fields.optional("supplierId", Shape.<Supplier>id());
    var status = fields.optional("status", Shape.oneOf(PurchaseOrder.Status.class));
    var page = Paging.page(fields);
    return Reply.ok(
        fields
            .into(
                () ->
                    workspace
                        .orders()
                        .page(
                            new OrderFilter(search.get(), supplierId.get(), status.get()),
                            page.get()))
            .map(OrderView.Row::of));
  }

  private static Reply get(Workspace workspace, Call call) {
    return ok(workspace.orders().get(call.id("orderId")));
  }

  private static Reply addLine(Workspace workspace, Call call) {
    Fields fields = call.properties();
    return ok(workspace.orders().addLine(call.id("orderId"), fields.into(line(fields))));
  }

  private static Reply submit(Workspace workspace, Call call) {
    return ok(workspace.orders().submit(call.id("orderId")));
  }

  private static Reply receive(Workspace workspace, Call call) {
    Fields fields = call.properties();
    var warehouseId = fields.required("warehouseId", Shape.<Warehouse>id());
    return ok(workspace.receivingOrder().receive(call.id("orderId"), fields.into(warehouseId)));
  }

  private static Reply cancel(Workspace workspace, Call call) {
    return ok(workspace.orders().cancel(call.id("orderId")));
  }

  private static java.util.function.Supplier<LineRequest> line(Fields fields) {
    var itemId = fields.required("itemId", Shape.<Item>id());
    var quantity = fields.required("quantity", Shape.quantity());
    var unitPrice = fields.optional("unitPrice", Shape.money());
    return () -> new LineRequest(itemId.get(), quantity.get(), unitPrice.get());
  }

  private static Reply ok(PurchaseOrder order) {
    return Reply.ok(OrderView.of(order));
  }
}
