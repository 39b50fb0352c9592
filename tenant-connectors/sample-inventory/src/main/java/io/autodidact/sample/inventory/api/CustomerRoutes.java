package io.autodidact.sample.inventory.api;

import io.autodidact.sample.inventory.http.Call;
import io.autodidact.sample.inventory.http.Fields;
import io.autodidact.sample.inventory.http.Reply;
import io.autodidact.sample.inventory.http.Shape;
import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.sales.Customer;
import io.autodidact.sample.inventory.sales.CustomerData;
import io.autodidact.sample.inventory.workspace.Workspace;
import java.time.Instant;
import java.util.Optional;

/** Customers. */
final class CustomerRoutes {

  private static final int NAME = 80;

  private record Row(Id<Customer> id, String name, String email) {

    static Row of(Customer customer) {
      return new Row(customer.id(), customer.data().name(), customer.data().email());
    }
  }

  private record View(
      Id<Customer> id,
      String name,
      String email,
      Optional<String> phone,
      Instant createdAt,
      Instant updatedAt) {

    static View of(Customer customer) {
      return new View(
          customer.id(),
          customer.data().name(),
          customer.data().email(),
          customer.data().phone(),
          customer.createdAt(),
          customer.updatedAt());
    }
  }

  private CustomerRoutes() {}

  static void addTo(Operations operations) {
    operations
        .add("create_customer", "POST", "/customers", CustomerRoutes::create)
        .add("list_customers", "GET", "/customers", CustomerRoutes::list)
        .add("get_customer", "GET", "/customers/{customerId}", CustomerRoutes::get)
        .add("update_customer", "PATCH", "/customers/{customerId}", CustomerRoutes::update);
  }

  private static Reply create(Workspace workspace, Call call) {
    Fields fields = call.properties();
    var name = fields.required("name", Shape.text(NAME));
    var email = fields.required("email", Shape.email());
    var phone = fields.optional("phone", Shape.phone());
    Customer customer =
        workspace
            .customers()
            .add(fields.into(() -> new CustomerData(name.get(), email.get(), phone.get())));
    return Reply.created("/customers/" + customer.id().value(), View.of(customer));
  }

  private static Reply list(Workspace workspace, Call call) {
    Fields fields = call.parameters();
    var search = Paging.search(fields);
    var page = Paging.page(fields);
    return Reply.ok(
        fields.into(() -> workspace.customers().page(search.get(), page.get())).map(Row::of));
  }

  private static Reply get(Workspace workspace, Call call) {
    return Reply.ok(View.of(workspace.customers().get(call.id("customerId"))));
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
                        .customers()
                        .change(call.id("customerId"), email.get(), phone.get()))));
  }
}
