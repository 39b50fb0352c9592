/** Pictures of the console, for people who have not opened it yet. */
package io.autodidact.e2e.screens;
