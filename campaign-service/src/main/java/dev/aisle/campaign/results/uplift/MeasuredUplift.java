package dev.aisle.campaign.results.uplift;

import java.util.OptionalDouble;

/**
 * The effect of a campaign on orders as it was measured: a difference of two shares.
 *
 * @param error one standard error
 */
public record MeasuredUplift(String campaign, int version, long treated, long heldOut, double effect, double error) {
    /**
     * The effect with the prior's weight taken into account: normal prior, normal measurement. Empty as long as the measurement knows less than the prior,
     * so that what counts as measured, and may stop a campaign, is more than a guess.
     *
     * @param prior what is expected of a campaign of which nothing is known
     * @param deviation how far campaigns lie from it
     */
    public OptionalDouble shrunk(double prior, double deviation) {
        if (!(error > 0) || error > deviation) {
            return OptionalDouble.empty();
        }
        double known = 1 / (error * error);
        double believed = 1 / (deviation * deviation);
        return OptionalDouble.of((effect * known + prior * believed) / (known + believed));
    }
}
