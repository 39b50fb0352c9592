/**
 * A small inventory system: a process of its own with an HTTP interface and its OpenAPI document.
 */
@NullMarked
package io.autodidact.sample.inventory;

import org.jspecify.annotations.NullMarked;
