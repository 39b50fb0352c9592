/** What every route shares: who may call, pages, problems, idempotent requests. */
@NullMarked
package io.autodidact.api;

import org.jspecify.annotations.NullMarked;
