/** The addresses and answers of Google's Measurement Protocol. Events go the way of every protocol, through the door. */
@NullMarked
package dev.aisle.ingest.ga4.edge;

import org.jspecify.annotations.NullMarked;
