package dev.aisle.recommender.serving.domain.rerank;

import dev.aisle.recommender.serving.domain.candidates.Candidate;

/**
 * A place of the list.
 *
 * @param explored whether chance put it there
 * @param propensity the chance that it came to this place, given those above it; 1 when nothing was left to chance
 */
public record Shown(Candidate candidate, boolean explored, double propensity) {}
