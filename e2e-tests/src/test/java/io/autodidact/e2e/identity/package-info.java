/** People and programs at the door: a real Keycloak, the product as a process, a browser. */
@NullMarked
package io.autodidact.e2e.identity;

import org.jspecify.annotations.NullMarked;
