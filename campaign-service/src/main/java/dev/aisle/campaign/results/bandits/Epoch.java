package dev.aisle.campaign.results.bandits;

/**
 * By which weights a variation was drawn.
 *
 * @param number of the epoch; 0 as long as nothing was learned
 * @param context of the person: a bit for each feature
 */
public record Epoch(int number, int context) {}
