/** Goals: what people want done with a piece of software. */
@NullMarked
package io.autodidact.console.goal;

import org.jspecify.annotations.NullMarked;
