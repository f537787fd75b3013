/** {@code ./aisle site} and {@code ./aisle release}. */
@NullMarked
package dev.aisle.publish;

import org.jspecify.annotations.NullMarked;
