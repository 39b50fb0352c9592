/** What the product does when its parts, or the software it learns, fail. */
@NullMarked
package io.autodidact.e2e.faults;

import org.jspecify.annotations.NullMarked;
