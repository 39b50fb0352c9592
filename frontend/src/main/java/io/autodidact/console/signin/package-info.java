/** How people get in and out: OpenID Connect, the tenant they act for, the end of sessions. */
@NullMarked
package io.autodidact.console.signin;

import org.jspecify.annotations.NullMarked;
