/** Who owns what: tenants, their keys, and the transaction that keeps them apart. */
@NullMarked
package io.autodidact.tenant;

import org.jspecify.annotations.NullMarked;
