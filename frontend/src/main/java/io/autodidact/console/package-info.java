/** What people see in the browser: learning runs and their progress. */
@NullMarked
package io.autodidact.console;

import org.jspecify.annotations.NullMarked;
