/** An experiment with as many exposures and metrics as a large shop has. */
@NullMarked
package dev.aisle.bench.experiments;

import org.jspecify.annotations.NullMarked;
