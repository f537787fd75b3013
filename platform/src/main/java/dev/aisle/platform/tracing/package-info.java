/**
 * Traces across HTTP, Kafka and gRPC in W3C form, off unless a collector is named. A span says which step took how long, never of whom.
 */
@NullMarked
package dev.aisle.platform.tracing;

import org.jspecify.annotations.NullMarked;
