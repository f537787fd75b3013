/** What the shop sells, as far as recommending needs it, and which of it may stand in a list. Plain records that share what they can. */
@NullMarked
package dev.aisle.recommender.catalog;

import org.jspecify.annotations.NullMarked;
