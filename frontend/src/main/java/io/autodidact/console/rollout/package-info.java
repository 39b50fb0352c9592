/** Attempts at tasks, step by step, with the credit each step got. */
@NullMarked
package io.autodidact.console.rollout;

import org.jspecify.annotations.NullMarked;
