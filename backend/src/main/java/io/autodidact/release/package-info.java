/** Examines what was learned, gates it, and makes signed, numbered releases of it. */
@NullMarked
package io.autodidact.release;

import org.jspecify.annotations.NullMarked;
