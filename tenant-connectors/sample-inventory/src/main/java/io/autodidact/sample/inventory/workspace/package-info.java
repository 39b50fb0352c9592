/** Private copies of the whole inventory, one for each user of this software. */
@NullMarked
package io.autodidact.sample.inventory.workspace;

import org.jspecify.annotations.NullMarked;
