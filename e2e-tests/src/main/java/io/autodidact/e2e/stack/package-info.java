/** The processes of the product, started and ended together. */
@NullMarked
package io.autodidact.e2e.stack;

import org.jspecify.annotations.NullMarked;
