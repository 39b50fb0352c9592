/**
 * Decides what a policy reads: tokens of a turn, the tools it is shown, results made short, memory.
 */
@NullMarked
package io.autodidact.context;

import org.jspecify.annotations.NullMarked;
