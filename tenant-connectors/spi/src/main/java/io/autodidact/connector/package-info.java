/** What every kind of software looks like to Autodidact: operations, sessions and outcomes. */
@NullMarked
package io.autodidact.connector;

import org.jspecify.annotations.NullMarked;
