/** A product as the shop sends it, and as the suite passes it on. Plain rules. */
@NullMarked
package dev.aisle.ingest.catalog.domain;

import org.jspecify.annotations.NullMarked;
