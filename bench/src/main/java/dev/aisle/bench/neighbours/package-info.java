/** Neighbourhoods beside straightforward implementations with hash maps. */
@NullMarked
package dev.aisle.bench.neighbours;

import org.jspecify.annotations.NullMarked;
