/**
 * Real PostgreSQL for whoever needs a migrated database: the jOOQ generator, tests and the demo.
 */
@NullMarked
package io.autodidact.migrations;

import org.jspecify.annotations.NullMarked;
