/**
 * A map of texts to values that keeps bytes instead of objects. What every instance must know of everybody stands in such maps, so that its
 * memory is counted in bytes a person.
 */
@NullMarked
package dev.aisle.platform.packed;

import org.jspecify.annotations.NullMarked;
