/** Measures whether credit goes where it is due, on attempts with known good and bad steps. */
@NullMarked
package io.autodidact.e2e.bench.credit;

import org.jspecify.annotations.NullMarked;
