/** For whom it is kept: customers and reservations. */
@NullMarked
package io.autodidact.sample.inventory.sales;

import org.jspecify.annotations.NullMarked;
