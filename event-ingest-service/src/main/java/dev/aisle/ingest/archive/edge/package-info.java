/** The consumer that feeds the archive, and what it tells of itself. It waits when the disk fails, and stops nothing else. */
@NullMarked
package dev.aisle.ingest.archive.edge;

import org.jspecify.annotations.NullMarked;
