/** What implicit ALS costs, here and elsewhere. Each measurement runs in a JVM of its own. */
@NullMarked
package dev.aisle.bench.train;

import org.jspecify.annotations.NullMarked;
