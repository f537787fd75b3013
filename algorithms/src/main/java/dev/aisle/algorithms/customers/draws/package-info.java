/** Random numbers of the distributions that the Java library lacks. They are the same on every machine for the same generator and seed. */
@NullMarked
package dev.aisle.algorithms.customers.draws;

import org.jspecify.annotations.NullMarked;
