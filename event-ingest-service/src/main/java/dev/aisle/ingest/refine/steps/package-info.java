/** The steps of the stream: read, link, refine, flag, erase. Each writes its results in the transaction of the record it came from. */
@NullMarked
package dev.aisle.ingest.refine.steps;

import org.jspecify.annotations.NullMarked;
