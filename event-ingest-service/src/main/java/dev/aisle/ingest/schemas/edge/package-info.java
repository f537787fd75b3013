/** The routes of event schemas and event types. Here they are only carried: JSON on one side, schemas on the other. */
@NullMarked
package dev.aisle.ingest.schemas.edge;

import org.jspecify.annotations.NullMarked;
