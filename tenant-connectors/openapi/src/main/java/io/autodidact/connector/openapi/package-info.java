/** Software that describes itself with OpenAPI 2.0, 3.0 or 3.1 and is called over HTTP. */
@NullMarked
package io.autodidact.connector.openapi;

import org.jspecify.annotations.NullMarked;
