/** CloudEvents 1.0 in the shapes of the door, with its HTTP binding and web hooks. Attributes and data become items of the Segment API. */
@NullMarked
package dev.aisle.ingest.protocols.cloudevents;

import org.jspecify.annotations.NullMarked;
