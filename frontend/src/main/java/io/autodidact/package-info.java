/** The boot application. */
@NullMarked
package io.autodidact;

import org.jspecify.annotations.NullMarked;
