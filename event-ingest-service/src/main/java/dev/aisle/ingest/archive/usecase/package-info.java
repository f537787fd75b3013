/** Takes refined events into files, takes erased persons out of them, and deletes what is too old. */
@NullMarked
package dev.aisle.ingest.archive.usecase;

import org.jspecify.annotations.NullMarked;
