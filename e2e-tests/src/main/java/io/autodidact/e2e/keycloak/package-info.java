/** A real Keycloak: as software to learn, and as the place where people sign in. */
@NullMarked
package io.autodidact.e2e.keycloak;

import org.jspecify.annotations.NullMarked;
