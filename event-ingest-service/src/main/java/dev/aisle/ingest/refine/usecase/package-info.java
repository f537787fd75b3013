/** The steps of the stream: read, refine, erase. Each writes its results in the transaction of the record it came from. */
@NullMarked
package dev.aisle.ingest.refine.usecase;

import org.jspecify.annotations.NullMarked;
