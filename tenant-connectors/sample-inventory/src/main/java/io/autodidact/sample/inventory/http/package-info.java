/** A small HTTP and JSON layer on the server that the JDK brings. */
@NullMarked
package io.autodidact.sample.inventory.http;

import org.jspecify.annotations.NullMarked;
