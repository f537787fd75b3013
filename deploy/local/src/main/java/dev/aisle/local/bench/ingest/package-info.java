/**
 * {@code ./aisle bench ingest}: the door beside Kafka's own producer benchmark, on one machine with the load generator.
 * What was written is counted at the broker; what each step costs is sampled in the running process.
 */
@NullMarked
package dev.aisle.local.bench.ingest;

import org.jspecify.annotations.NullMarked;
