/**
 * How episodes get a fresh state of their own: scripted set-up with ever new values, and tear-down.
 */
@NullMarked
package io.autodidact.connector.lifecycle;

import org.jspecify.annotations.NullMarked;
