/**
 * {@code ./aisle bench assistant}: answers of the assistant alone, under load.
 */
@NullMarked
package dev.aisle.local.bench.assistant;

import org.jspecify.annotations.NullMarked;
