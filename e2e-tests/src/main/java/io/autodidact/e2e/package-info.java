/** The whole stack on one machine, for people who try it and for stories that test it. */
@NullMarked
package io.autodidact.e2e;

import org.jspecify.annotations.NullMarked;
