/** The inner loops by JMH, and what the machine can do at most. */
@NullMarked
package dev.aisle.bench.kernels;

import org.jspecify.annotations.NullMarked;
