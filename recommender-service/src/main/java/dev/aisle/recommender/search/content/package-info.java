/** Products as points in a space of meaning, by their texts and pictures. */
@NullMarked
package dev.aisle.recommender.search.content;

import org.jspecify.annotations.NullMarked;
