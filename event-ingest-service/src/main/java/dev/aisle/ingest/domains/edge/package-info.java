/**
 * Packs at the start of the door, and the command that tries one.
 */
@NullMarked
package dev.aisle.ingest.domains.edge;

import org.jspecify.annotations.NullMarked;
