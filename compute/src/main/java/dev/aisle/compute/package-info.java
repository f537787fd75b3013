/**
 * The command line of the mathematics: {@code compute} and {@code evaluate}. It reads, calls the algorithms and writes; it knows no service.
 */
@NullMarked
package dev.aisle.compute;

import org.jspecify.annotations.NullMarked;
