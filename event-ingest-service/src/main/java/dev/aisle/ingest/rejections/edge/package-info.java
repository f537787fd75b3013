/** Refusals, dead letters and replays over HTTP, for operators. No payload ever leaves here. */
@NullMarked
package dev.aisle.ingest.rejections.edge;

import org.jspecify.annotations.NullMarked;
