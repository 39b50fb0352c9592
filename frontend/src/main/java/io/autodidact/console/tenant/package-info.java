/** What a company's own administrators look after: people, keys, usage, audit. */
@NullMarked
package io.autodidact.console.tenant;

import org.jspecify.annotations.NullMarked;
