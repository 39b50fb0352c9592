/** Turns reference plans and credited attempts into optimiser steps, each counted exactly once. */
@NullMarked
package io.autodidact.training;

import org.jspecify.annotations.NullMarked;
