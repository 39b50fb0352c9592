/**
 * A small HTTP and JSON layer on the server that the JDK brings: it is up in half a second with 60
 * MB, so that tests and demonstrations can afford a process of their own.
 */
@NullMarked
package io.autodidact.sample.inventory.http;

import org.jspecify.annotations.NullMarked;
