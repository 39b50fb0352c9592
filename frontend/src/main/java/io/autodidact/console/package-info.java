/** The console's shell: what all screens share, and the door people come in by. */
@NullMarked
package io.autodidact.console;

import org.jspecify.annotations.NullMarked;
