/** Writes the agent's own homework: requests, plans that fulfil them, and checks made by replay. */
@NullMarked
package io.autodidact.task;

import org.jspecify.annotations.NullMarked;
