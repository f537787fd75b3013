/** Training beside its peers and beside the machine's limits: {@code ./aisle bench recommend}. Never shipped. */
@NullMarked
package dev.aisle.bench;

import org.jspecify.annotations.NullMarked;
