/** What the stream keeps of each product, in RocksDB with bounded memory. Unlisted products are forgotten after a week. */
@NullMarked
package dev.aisle.ingest.catalog.store;

import org.jspecify.annotations.NullMarked;
