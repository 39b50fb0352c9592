/** Measures what the parts of the loop are worth, one main class a figure. */
@NullMarked
package io.autodidact.e2e.bench;

import org.jspecify.annotations.NullMarked;
