/**
 * Trains deep networks by DJL's PyTorch engine. The one module with a native library; what it makes are the arrays of {@code algorithms.deep},
 * which need none.
 */
@NullMarked
package dev.aisle.training;

import org.jspecify.annotations.NullMarked;
