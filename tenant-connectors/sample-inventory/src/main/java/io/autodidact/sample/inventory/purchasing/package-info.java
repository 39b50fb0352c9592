/** Where it comes from: suppliers and purchase orders. */
@NullMarked
package io.autodidact.sample.inventory.purchasing;

import org.jspecify.annotations.NullMarked;
