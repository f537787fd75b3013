/** The shop's own event API. Its fields are a closed list: it refuses what other protocols would leave out. */
@NullMarked
package dev.aisle.ingest.protocols.strict;

import org.jspecify.annotations.NullMarked;
