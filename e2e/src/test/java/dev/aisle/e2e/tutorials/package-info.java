/** Runs what the tutorials tell people to type, and compares it with what they say comes back. */
@NullMarked
package dev.aisle.e2e.tutorials;

import org.jspecify.annotations.NullMarked;
