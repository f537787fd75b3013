/** Takes events in: key, limits, pseudonym, consent, broker. Every outcome is a value that the edge turns into a status. */
@NullMarked
package dev.aisle.ingest.door.usecase;

import org.jspecify.annotations.NullMarked;
