/** The search for the parameters under which what was seen is most likely. Deterministic: the same start gives the same end. */
@NullMarked
package dev.aisle.algorithms.customers.likelihood;

import org.jspecify.annotations.NullMarked;
