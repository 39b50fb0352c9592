package io.autodidact.sample.inventory.api;

import io.autodidact.sample.inventory.http.Call;
import io.autodidact.sample.inventory.http.Fields;
import io.autodidact.sample.inventory.http.Reply;
import io.autodidact.sample.inventory.http.Shape;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.purchasing.Supplier;
import io.autodidact.sample.inventory.purchasing.SupplierData;
import io.autodidact.sample.inventory.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;

/** Suppliers. */
final class SupplierRoutes {

  private static final int NAME = 80;

  private record Row(Id<Supplier> id, String name, String email, boolean active) {

    static Row of(Supplier supplier) {
      return new Row(supplier.id(), supplier.name(), supplier.data().email(), supplier.active());
    }
  }

  private record View(
      Id<Supplier> id,
      String name,
      String email,
      Optional<String> phone,
      boolean active,
      Instant createdAt,
      Instant updatedAt) {

    static View of(Supplier supplier) {
      return new View(
          supplier.id(),
          supplier.name(),
          supplier.data().email(),
          supplier.data().phone(),
          supplier.active(),
          supplier.createdAt(),
          supplier.updatedAt());
    }
  }

  private SupplierRoutes() {}

  static void addTo(Operations operations) {
    operations
        .add("create_supplier", "POST", "/suppliers", SupplierRoutes::create)
        .add("list_suppliers", "GET", "/suppliers", SupplierRoutes::list)
        .add("get_supplier", "GET", "/suppliers/{supplierId}", SupplierRoutes::get)
        .add("update_supplier", "PATCH", "/suppliers/{supplierId}", SupplierRoutes::update)
        .add(
            "deactivate_supplier",
            "POST",
            "/suppliers/{supplierId}/deactivate",
            SupplierRoutes::deactivate)
        .add(
            "activate_supplier",
            "POST",
            "/suppliers/{supplierId}/activate",
            SupplierRoutes::activate);
  }

  private static Reply create(Workspace workspace, Call call) {
    Fields fields = call.properties();
    var name = fields.required("name", Shape.text(NAME));
    var email = fields.required("email", Shape.email());
    var phone = fields.optional("phone", Shape.phone());
    Supplier supplier =
        workspace
            .suppliers()
            .add(fields.into(() -> new SupplierData(name.get(), email.get(), phone.get())));
    return Reply.created("/suppliers/" + supplier.id().value(), View.of(supplier));
  }

  private static Reply list(Workspace workspace, Call call) {
    Fields fields = call.parameters();
    var search = Paging.search(fields);
    var active = fields.optional("active", Shape.flag());
    var page = Paging.page(fields);
    return Reply.ok(
        fields
            .into(() -> workspace.suppliers().page(search.get(), active.get(), page.get()))
            .map(Row::of));
  }

  private static Reply get(Workspace workspace, Call call) {
    return Reply.ok(View.of(workspace.suppliers().get(call.id("supplierId"))));
  }

  private static Reply update(Workspace workspace, Call call) {
    Fields fields = call.properties();
    var email = fields.optional("email", Shape.email());
    var phone = fields.optional("phone", Shape.phone());
    return Reply.ok(
        View.of(
            fields.into(
                () ->
                    workspace
                        .suppliers()
                        .change(call.id("supplierId"), email.get(), phone.get()))));
  }

  private static Reply deactivate(Workspace workspace, Call call) {
    return Reply.ok(View.of(workspace.suppliers().activate(call.id("supplierId"), false)));
  }

  private static Reply activate(Workspace workspace, Call call) {
    return Reply.ok(View.of(workspace.suppliers().activate(call.id("supplierId"), true)));
  }
}
