/**
 * Search over REST. Asks and answers, decides nothing.
 */
@NullMarked
package dev.aisle.recommender.search.edge;

import org.jspecify.annotations.NullMarked;
