/** Brings the values of an event into one form: names, units, currency, what is missing. Each change is noted in the event. */
@NullMarked
package dev.aisle.ingest.refine.values;

import org.jspecify.annotations.NullMarked;
