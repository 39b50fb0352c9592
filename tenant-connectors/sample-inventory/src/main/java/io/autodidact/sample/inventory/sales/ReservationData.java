package io.autodidact.sample.inventory.sales;

import io.autodidact.sample.inventory.kernel.Id;
import io.autodidact.sample.inventory.stock.Place;

/** Some pieces of an item in a warehouse that are to be kept for a customer. */
public record ReservationData(Id<Customer> customerId, Place place, int quantity) {}
