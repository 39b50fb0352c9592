/** Charts with intervals, and the same figures as a table. */
@NullMarked
package io.autodidact.console.chart;

import org.jspecify.annotations.NullMarked;
