/** A shopper's journey over the public APIs: e2e runs it against processes, the trial in containers against pods. */
@NullMarked
package dev.aisle.containers.journey;

import org.jspecify.annotations.NullMarked;
