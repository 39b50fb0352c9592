/** What every route shares: pages, problems, idempotent requests. */
@NullMarked
package io.autodidact.api;

import org.jspecify.annotations.NullMarked;
