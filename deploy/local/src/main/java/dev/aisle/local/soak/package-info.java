/** An hour of steady work: whether memory and answer times stay where they are. */
@NullMarked
package dev.aisle.local.soak;

import org.jspecify.annotations.NullMarked;
