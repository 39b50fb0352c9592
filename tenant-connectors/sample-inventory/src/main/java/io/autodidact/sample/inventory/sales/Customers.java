package io.autodidact.sample.inventory.sales;

import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.kernel.Ids;
import io.autodidact.sample.inventory.kernel.Page;
import io.autodidact.sample.inventory.kernel.PageRequest;
import io.autodidact.sample.inventory.kernel.Search;
import io.autodidact.sample.inventory.kernel.Table;
import java.time.InstantSource;
import java.util.Optional;

/** The customers of one workspace. */
public final class Customers {

  private final Table<Customer> table = new Table<>("customer");
  private final Ids ids;
  private final InstantSource clock;

  public Customers(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  public Customer add(CustomerData data) {
    table.requireUnique("email", data.email(), Customer::email);
    var now = clock.instant();
    return table.put(new Customer(ids.next(), data, now, now));
  }

  public Customer get(Id<Customer> id) {
    return table.get("customerId", id);
  }

  public Page<Customer> page(Search search, PageRequest request) {
    return table.page(
        customer -> search.matches(customer.data().name(), customer.email()), request);
  }

  /** Changes how a customer is reached; what is absent stays. */
  public Customer change(Id<Customer> id, Optional<String> email, Optional<String> phone) {
    Customer customer = get(id);
    email.ifPresent(value -> table.requireUnique("email", value, Customer::email, Optional.of(id)));
    return table.put(customer.reachedBy(email, phone, clock.instant()));
  }
}
