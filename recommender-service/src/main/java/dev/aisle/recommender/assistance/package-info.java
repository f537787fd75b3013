/** Hosts the assistant: gives it the catalogue, the search and the recommendations of this service. Nothing else here knows the assistant. */
@NullMarked
package dev.aisle.recommender.assistance;

import org.jspecify.annotations.NullMarked;
