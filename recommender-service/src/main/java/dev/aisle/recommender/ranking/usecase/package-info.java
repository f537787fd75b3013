/** Fits a ranker to lists that people were shown, and decides whether it may serve. */
@NullMarked
package dev.aisle.recommender.ranking.usecase;

import org.jspecify.annotations.NullMarked;
