/** The topology that connects topics and steps, and what happens when a step fails. No rule lives here. */
@NullMarked
package dev.aisle.ingest.refine;

import org.jspecify.annotations.NullMarked;
