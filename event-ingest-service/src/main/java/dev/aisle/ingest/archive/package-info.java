/** Keeps refined events in files: takes them in, takes erased persons out, deletes what is too old. It waits when the disk fails, and stops nothing else. */
@NullMarked
package dev.aisle.ingest.archive;

import org.jspecify.annotations.NullMarked;
