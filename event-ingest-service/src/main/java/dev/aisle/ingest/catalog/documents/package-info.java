/** A product as the shop sends it, in each form that a feed may have, and what is wrong with it. Plain rules. */
@NullMarked
package dev.aisle.ingest.catalog.documents;

import org.jspecify.annotations.NullMarked;
