/** What makes an event suspect: robots and numbers far from usual. A flag says why, and drops nothing. */
@NullMarked
package dev.aisle.ingest.refine.flags;

import org.jspecify.annotations.NullMarked;
