/** Tests of the kernels. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.kernels;
