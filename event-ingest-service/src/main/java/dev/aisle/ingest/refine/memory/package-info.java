/** What refine remembers of a person, in RocksDB with bounded memory. Every row starts with the pseudonym, so that erasing finds it. */
@NullMarked
package dev.aisle.ingest.refine.memory;

import org.jspecify.annotations.NullMarked;
