/** Lets programs and people talk to released agents, which then use the live software. */
@NullMarked
package io.autodidact.serving;

import org.jspecify.annotations.NullMarked;
