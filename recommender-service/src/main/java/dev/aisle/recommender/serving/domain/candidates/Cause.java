package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.serving.domain.Signal;

/**
 * A signal with what it adds to a score.
 *
 * @param addend &gt; 0
 */
public record Cause(Signal signal, double addend) {}
