/** Packs at the start of the door, and the command that tries one: whether their events and properties are ones that the door can read. */
@NullMarked
package dev.aisle.ingest.domains;

import org.jspecify.annotations.NullMarked;
