/** Finds out what the software can do and which values flow where, by using it. */
@NullMarked
package io.autodidact.exploration;

import org.jspecify.annotations.NullMarked;
