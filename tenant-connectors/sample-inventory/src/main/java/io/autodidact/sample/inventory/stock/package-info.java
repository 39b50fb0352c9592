/** Where it is kept and how much: warehouses, stock levels and the movements that explain them. */
@NullMarked
package io.autodidact.sample.inventory.stock;

import org.jspecify.annotations.NullMarked;
