/** Google's Measurement Protocol in the shapes of the door, and the rules that Google documents for it. */
@NullMarked
package dev.aisle.ingest.protocols.ga4;

import org.jspecify.annotations.NullMarked;
