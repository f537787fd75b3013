/**
 * Products as points in a space of meaning.
 */
@NullMarked
package dev.aisle.recommender.content.domain;

import org.jspecify.annotations.NullMarked;
