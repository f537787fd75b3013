/** Sets and tells the exchange rates. They are a setting: refine of every instance follows them. */
@NullMarked
package dev.aisle.ingest.rates.usecase;

import org.jspecify.annotations.NullMarked;
