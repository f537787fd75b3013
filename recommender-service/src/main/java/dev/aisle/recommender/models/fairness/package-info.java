/**
 * How a training's model treats products and people: what its lists expose, and whether groups of people are served alike. Nothing is said of few.
 */
@NullMarked
package dev.aisle.recommender.models.fairness;

import org.jspecify.annotations.NullMarked;
