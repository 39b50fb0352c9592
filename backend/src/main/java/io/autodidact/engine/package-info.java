/** Speaks the Tinker wire to whatever holds weights and gradients. */
@NullMarked
package io.autodidact.engine;

import org.jspecify.annotations.NullMarked;
