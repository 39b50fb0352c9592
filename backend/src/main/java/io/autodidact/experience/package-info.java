/** Distils lessons from attempts, recalls them into prompts and measures what they are worth. */
@NullMarked
package io.autodidact.experience;

import org.jspecify.annotations.NullMarked;
