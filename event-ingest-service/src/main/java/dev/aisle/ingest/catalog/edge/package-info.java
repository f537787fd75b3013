/** The catalogue API: one product by its id, many as NDJSON. Decodes and answers only. */
@NullMarked
package dev.aisle.ingest.catalog.edge;

import org.jspecify.annotations.NullMarked;
