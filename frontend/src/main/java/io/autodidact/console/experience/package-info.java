/** Lessons the loop drew, and what they were worth. */
@NullMarked
package io.autodidact.console.experience;

import org.jspecify.annotations.NullMarked;
