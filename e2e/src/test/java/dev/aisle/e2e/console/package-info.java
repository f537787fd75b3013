/** The consoles of the real stack in a real browser. */
@NullMarked
package dev.aisle.e2e.console;

import org.jspecify.annotations.NullMarked;
