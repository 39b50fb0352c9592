/** Makes tenants and members, and has the directory of people (Keycloak) follow. */
@NullMarked
package io.autodidact.identity;

import org.jspecify.annotations.NullMarked;
