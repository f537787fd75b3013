/** Tests of what is told of the assistant. */
@NullMarked
package dev.aisle.local.bench.assistant;

import org.jspecify.annotations.NullMarked;
