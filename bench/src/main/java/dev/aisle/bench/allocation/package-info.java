/** Offers allocated to as many customers as a large shop has. */
@NullMarked
package dev.aisle.bench.allocation;

import org.jspecify.annotations.NullMarked;
