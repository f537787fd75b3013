/** The exchange rates over HTTP. For operators. */
@NullMarked
package dev.aisle.ingest.rates.edge;

import org.jspecify.annotations.NullMarked;
