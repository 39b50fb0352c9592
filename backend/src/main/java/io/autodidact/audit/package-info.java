/**
 * What was changed by whom, in a chain that shows if it was tampered with: search, export, proof.
 */
@NullMarked
package io.autodidact.audit;

import org.jspecify.annotations.NullMarked;
