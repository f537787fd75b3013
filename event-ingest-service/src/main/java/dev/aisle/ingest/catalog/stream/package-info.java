/** Applies changes to what is kept of each product, in RocksDB with bounded memory. Unlisted products are forgotten after a week. */
@NullMarked
package dev.aisle.ingest.catalog.stream;

import org.jspecify.annotations.NullMarked;
