/**
 * Shows a newcomer how an agent teaches itself a piece of software, through the API as anyone
 * would.
 */
@NullMarked
package io.autodidact.e2e.demo;

import org.jspecify.annotations.NullMarked;
