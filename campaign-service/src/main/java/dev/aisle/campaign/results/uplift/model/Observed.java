package dev.aisle.campaign.results.uplift.model;

/**
 * Somebody whom chance assigned, what was known before, and what followed.
 *
 * @param variation empty in the comparison group
 * @param revenueMinor paid within the goal's time
 */
public record Observed(
        String pseudonym, boolean holdout, String variation, Known known, boolean ordered, double revenueMinor) {
    /** What is learned: 1 for an order or 0; or what was paid, in minor units. */
    public double outcome(boolean money) {
        return money ? revenueMinor : ordered ? 1 : 0;
    }
}
