/** The operations of the inventory as HTTP routes; no rule lives here. */
@NullMarked
package io.autodidact.sample.inventory.api;

import org.jspecify.annotations.NullMarked;
