/** Software a tenant registered: how to reach it, what it can do, what must never be called. */
@NullMarked
package io.autodidact.environment;

import org.jspecify.annotations.NullMarked;
