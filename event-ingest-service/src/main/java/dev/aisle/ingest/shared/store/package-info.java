/** Writes that count only when the broker has acknowledged them. Both the door and the catalogue send through here. */
@NullMarked
package dev.aisle.ingest.shared.store;

import org.jspecify.annotations.NullMarked;
