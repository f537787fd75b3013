package dev.aisle.campaign.results.bandits;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was learned at a time.
 *
 * @param weights by context, in the order of the variations
 * @param evidence of which it was learned
 */
public record LearnedEpoch(int number, Instant computedAt, Map<Integer, double[]> weights, List<Outcome> evidence) {}
