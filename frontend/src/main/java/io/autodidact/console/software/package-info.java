/** Registered software: connecting it, what it offers, how it hangs together. */
@NullMarked
package io.autodidact.console.software;

import org.jspecify.annotations.NullMarked;
