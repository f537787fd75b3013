/** Asks the broker how far everybody is. */
@NullMarked
package dev.aisle.ingest.operations.store;

import org.jspecify.annotations.NullMarked;
