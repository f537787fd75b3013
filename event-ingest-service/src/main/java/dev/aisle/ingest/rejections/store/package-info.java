/** The refused events and the dead letters in their topics. Read from a moment to the end, within a bound of time and memory. */
@NullMarked
package dev.aisle.ingest.rejections.store;

import org.jspecify.annotations.NullMarked;
