/**
 * The terminal: options in, progress lines and one-line failures out.
 * Nothing here knows what the commands do.
 */
@NullMarked
package dev.aisle.local.shell;

import org.jspecify.annotations.NullMarked;
