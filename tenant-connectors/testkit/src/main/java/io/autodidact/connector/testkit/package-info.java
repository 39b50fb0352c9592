/** What every connector promises, as tests that each of them inherits. */
@NullMarked
package io.autodidact.connector.testkit;

import org.jspecify.annotations.NullMarked;
