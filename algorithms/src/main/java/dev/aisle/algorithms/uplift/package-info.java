/**
 * What an offer changes, by person: learned from offers that chance gave, and how well a ranking by it does. A response to an offer isn't uplift; the
 * difference to no offer is.
 */
@NullMarked
package dev.aisle.algorithms.uplift;

import org.jspecify.annotations.NullMarked;
