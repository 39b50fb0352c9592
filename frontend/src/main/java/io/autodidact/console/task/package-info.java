/** Tasks: what an agent practises and is examined on. */
@NullMarked
package io.autodidact.console.task;

import org.jspecify.annotations.NullMarked;
