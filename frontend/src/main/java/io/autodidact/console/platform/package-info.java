/** What the platform's administrators look after, across companies. */
@NullMarked
package io.autodidact.console.platform;

import org.jspecify.annotations.NullMarked;
