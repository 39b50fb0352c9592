/** Sequences the stages of a learning run, within its budget. */
@NullMarked
package io.autodidact.learning;

import org.jspecify.annotations.NullMarked;
