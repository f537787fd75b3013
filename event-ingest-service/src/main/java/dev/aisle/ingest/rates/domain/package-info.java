/** Exchange rates as an operator or the European Central Bank writes them. What is wrong with them is named by field. */
@NullMarked
package dev.aisle.ingest.rates.domain;

import org.jspecify.annotations.NullMarked;
