/** Published figures of differential privacy, and the distribution of the noise by experiment with a fixed seed. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.privacy.noise;
