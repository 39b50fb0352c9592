/**
 * Long work that any worker may pick up again: what it runs within, whom it tells, when it stops.
 */
@NullMarked
package io.autodidact.job;

import org.jspecify.annotations.NullMarked;
