/** What is kept: items and the categories they belong to. */
@NullMarked
package io.autodidact.sample.inventory.catalogue;

import org.jspecify.annotations.NullMarked;
