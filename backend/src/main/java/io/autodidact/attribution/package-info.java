/** Credits every step of an attempt, says why, and turns credit into advantages. */
@NullMarked
package io.autodidact.attribution;

import org.jspecify.annotations.NullMarked;
