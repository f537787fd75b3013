package dev.aisle.recommender.serving.domain.rerank;

import dev.aisle.recommender.serving.domain.candidates.Candidate;

/** Makes a candidate's score greater or less, whatever the others are. */
@FunctionalInterface
interface Adjustment {
    /** What to multiply the score by, ≥ 0. */
    double factor(Candidate candidate);
}
