/** The published fits of CDNOW, the laws that the models obey everywhere, and simulated shops in which the truth is known. */
@org.jspecify.annotations.NullMarked
package dev.aisle.algorithms.customers.lifetime;
