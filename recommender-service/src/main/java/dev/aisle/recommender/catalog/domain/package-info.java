/**
 * What the shop sells, as far as recommending needs it. Plain records that share what they can.
 */
@NullMarked
package dev.aisle.recommender.catalog.domain;

import org.jspecify.annotations.NullMarked;
