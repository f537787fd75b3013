/** Topics that others write: products, events, exposures; and what becomes of a person everywhere in this service. Reads bytes, maps them and decides nothing. */
@NullMarked
package dev.aisle.recommender.intake;

import org.jspecify.annotations.NullMarked;
