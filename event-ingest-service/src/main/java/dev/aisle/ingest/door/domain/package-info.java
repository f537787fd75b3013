/** What a client of the Segment API may send and what becomes of it. Plain rules: bytes in, messages out. */
@NullMarked
package dev.aisle.ingest.door.domain;

import org.jspecify.annotations.NullMarked;
