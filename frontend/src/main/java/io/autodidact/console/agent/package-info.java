/** Agents, their releases, and trying them. */
@NullMarked
package io.autodidact.console.agent;

import org.jspecify.annotations.NullMarked;
