package dev.aisle.campaign.campaigns.domain;

import dev.aisle.algorithms.flags.GrowthBookHash;
import java.util.List;

/** Where a campaign's hash puts a person: always the same for the same seed and pseudonym. */
public sealed interface Assignment {
    /** The probability with which the hash puts a person here, {@code 0 < p ≤ 1}. */
    double propensity();

    /** Gets a variation. */
    record Treated(Variation variation, double propensity) implements Assignment {}

    /** Belongs to the comparison group. */
    record HeldOut(double propensity) implements Assignment {}

    /**
     * Assigns a person. Two hashes with two seeds, so that being held out says nothing about the variation.
     *
     * @see <a href="https://docs.growthbook.io/lib/build-your-own">GrowthBook's hash, version 2</a>
     */
    static Assignment of(Campaign campaign, String pseudonym) {
        return of(campaign, campaign.variations(), pseudonym);
    }

    /** The same with other weights of its variations, which sum to 1. */
    static Assignment of(Campaign campaign, List<Variation> weighted, String pseudonym) {
        double holdout = campaign.holdoutShare();
        if (hash(campaign.seed() + "/holdout", pseudonym) < holdout) {
            return new HeldOut(holdout);
        }
        Variation variation = pick(weighted, hash(campaign.seed(), pseudonym));
        return new Treated(variation, (1 - holdout) * variation.weight());
    }

    private static Variation pick(List<Variation> variations, double hash) {
        double upTo = 0;
        Variation last = variations.getLast();
        for (Variation variation : variations) {
            upTo += variation.weight();
            if (variation.weight() > 0) {
                last = variation;
                if (hash < upTo) {
                    return variation;
                }
            }
        }
        // The weights sum to 1 up to rounding; the last one that has a weight takes what rounding left.
        return last;
    }

    private static double hash(String seed, String pseudonym) {
        return GrowthBookHash.hash(seed, pseudonym, 2).orElseThrow();
    }
}
