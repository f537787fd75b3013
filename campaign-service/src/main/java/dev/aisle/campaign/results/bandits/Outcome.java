package dev.aisle.campaign.results.bandits;

import dev.aisle.algorithms.experiment.Sums;

/** What came of a variation in a context: how often it was shown, and the rewards. */
public record Outcome(int context, String variation, Sums rewards) {}
