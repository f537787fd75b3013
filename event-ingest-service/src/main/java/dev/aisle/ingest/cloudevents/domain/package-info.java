/** CloudEvents 1.0 in the shapes of the door: attributes and data become items of the Segment API. Reads bytes and texts, knows no HTTP. */
@NullMarked
package dev.aisle.ingest.cloudevents.domain;

import org.jspecify.annotations.NullMarked;
