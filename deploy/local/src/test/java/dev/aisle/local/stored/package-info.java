/** Planted faults: rows that are taken out of real tables, or put in twice, are found by the checkers of what is stored. */
@NullMarked
package dev.aisle.local.stored;

import org.jspecify.annotations.NullMarked;
