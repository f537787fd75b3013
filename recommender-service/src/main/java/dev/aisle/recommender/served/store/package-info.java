/** The table of lists that were answered. */
@NullMarked
package dev.aisle.recommender.served.store;

import org.jspecify.annotations.NullMarked;
