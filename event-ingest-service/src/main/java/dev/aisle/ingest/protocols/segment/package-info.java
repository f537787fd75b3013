/** The routes and answers of the Segment HTTP API. */
@NullMarked
package dev.aisle.ingest.protocols.segment;

import org.jspecify.annotations.NullMarked;
