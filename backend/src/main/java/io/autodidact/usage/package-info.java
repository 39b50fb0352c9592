/** What a tenant may use and has used: quotas, reservations, the account by day, rate limits. */
@NullMarked
package io.autodidact.usage;

import org.jspecify.annotations.NullMarked;
