/** Writes that count only when the broker has acknowledged them, and whether it would take one now. */
@NullMarked
package dev.aisle.ingest.shared.broker;

import org.jspecify.annotations.NullMarked;
