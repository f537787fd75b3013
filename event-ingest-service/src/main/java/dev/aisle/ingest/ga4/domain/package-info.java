/** Google's Measurement Protocol in the shapes of the door, and the rules that Google documents for it. Reads JSON, knows no HTTP. */
@NullMarked
package dev.aisle.ingest.ga4.domain;

import org.jspecify.annotations.NullMarked;
