/** Measures how well each part of the loop does its work. */
@NullMarked
package io.autodidact.e2e.bench;

import org.jspecify.annotations.NullMarked;
