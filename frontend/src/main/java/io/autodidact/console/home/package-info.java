/** Home: what needs a person, what the agents did lately, what to do next. */
@NullMarked
package io.autodidact.console.home;

import org.jspecify.annotations.NullMarked;
