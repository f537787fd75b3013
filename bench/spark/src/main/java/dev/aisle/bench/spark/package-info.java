/** Spark MLlib as a peer. */
@NullMarked
package dev.aisle.bench.spark;

import org.jspecify.annotations.NullMarked;
