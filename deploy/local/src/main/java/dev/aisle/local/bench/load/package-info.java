/** Load on a service that costs the machine as little as it can: prepared bytes over kept connections. */
@NullMarked
package dev.aisle.local.bench.load;

import org.jspecify.annotations.NullMarked;
