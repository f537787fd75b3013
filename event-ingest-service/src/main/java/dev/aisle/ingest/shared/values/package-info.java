/** How values are read from a client's JSON, and what counts as an identifier. Nothing here knows a protocol or a broker. */
@NullMarked
package dev.aisle.ingest.shared.values;

import org.jspecify.annotations.NullMarked;
