/** What people want done, in their words. */
@NullMarked
package io.autodidact.goal;

import org.jspecify.annotations.NullMarked;
