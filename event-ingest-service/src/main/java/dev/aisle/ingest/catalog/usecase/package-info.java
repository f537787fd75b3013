/** Puts products into the catalogue topic and takes them out. An answer means that the broker has the change. */
@NullMarked
package dev.aisle.ingest.catalog.usecase;

import org.jspecify.annotations.NullMarked;
