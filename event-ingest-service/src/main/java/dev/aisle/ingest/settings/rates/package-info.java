/** Exchange rates as an operator or the European Central Bank writes them. They are a setting: refine of every instance follows them. */
@NullMarked
package dev.aisle.ingest.settings.rates;

import org.jspecify.annotations.NullMarked;
