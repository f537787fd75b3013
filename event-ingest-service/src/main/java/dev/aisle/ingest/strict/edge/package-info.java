/**
 * The route of the shop's own event API. It refuses what other protocols would leave out.
 */
@NullMarked
package dev.aisle.ingest.strict.edge;

import org.jspecify.annotations.NullMarked;
