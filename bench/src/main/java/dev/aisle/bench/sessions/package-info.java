/** Visits answered by VMIS-kNN alone, beside the anchor that Serenade published. Prints, asserts nothing. */
@NullMarked
package dev.aisle.bench.sessions;

import org.jspecify.annotations.NullMarked;
