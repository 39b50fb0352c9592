/** Learning runs: starting one, watching it, what it found out. */
@NullMarked
package io.autodidact.console.run;

import org.jspecify.annotations.NullMarked;
