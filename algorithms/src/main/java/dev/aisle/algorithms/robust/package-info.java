/** Statistics that a few wild values can't move. What is usual is read from the middle of the sample, not from its mean. */
@NullMarked
package dev.aisle.algorithms.robust;

import org.jspecify.annotations.NullMarked;
