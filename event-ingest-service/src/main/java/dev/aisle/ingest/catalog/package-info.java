/** The catalogue API: one product by its id, many as a feed, a picture. An answer means that the broker has the change. */
@NullMarked
package dev.aisle.ingest.catalog;

import org.jspecify.annotations.NullMarked;
