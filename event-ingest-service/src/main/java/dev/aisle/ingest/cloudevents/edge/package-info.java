/** The HTTP binding of CloudEvents and its web hooks. Events go the way of every protocol, through the door. */
@NullMarked
package dev.aisle.ingest.cloudevents.edge;

import org.jspecify.annotations.NullMarked;
