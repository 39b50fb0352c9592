/** Pictures of the console, for people who have not opened it yet. */
@NullMarked
package io.autodidact.e2e.screens;

import org.jspecify.annotations.NullMarked;
