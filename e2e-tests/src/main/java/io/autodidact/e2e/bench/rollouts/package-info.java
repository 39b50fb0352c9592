/**
 * Measures how many agent steps a second the backend carries, with everything around it real or
 * fast.
 */
@NullMarked
package io.autodidact.e2e.bench.rollouts;

import org.jspecify.annotations.NullMarked;
