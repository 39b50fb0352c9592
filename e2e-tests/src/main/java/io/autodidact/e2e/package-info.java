/** The whole stack at work: its demonstration, and the software it learns there. */
@NullMarked
package io.autodidact.e2e;

import org.jspecify.annotations.NullMarked;
