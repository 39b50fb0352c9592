/** Lets a policy attempt tasks, and keeps every token as it was sampled. */
@NullMarked
package io.autodidact.rollout;

import org.jspecify.annotations.NullMarked;
