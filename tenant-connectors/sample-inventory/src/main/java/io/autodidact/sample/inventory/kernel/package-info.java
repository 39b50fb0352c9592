/** What every part of the inventory shares: identities, tables of records, pages and refusals. */
@NullMarked
package io.autodidact.sample.inventory.kernel;

import org.jspecify.annotations.NullMarked;
