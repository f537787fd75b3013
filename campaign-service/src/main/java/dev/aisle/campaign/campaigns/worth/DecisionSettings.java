package dev.aisle.campaign.campaigns.worth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How campaigns compete for a placement. */
@ConfigMapping(prefix = "aisle.decisions")
public interface DecisionSettings {
    /** The shop's currency: campaigns are compared in it. */
    @WithDefault("EUR")
    String currency();

    /** What a success is worth where a campaign doesn't say it, in minor units. */
    @WithDefault("1000")
    long priorValue();

    /** By how much a campaign raises the probability of a success as long as nothing was measured, 0 to 1. */
    @WithDefault("0.01")
    double priorUplift();

    /** The probability that a coupon that was shown is used, 0 to 1. */
    @WithDefault("0.02")
    double priorUses();

    /** How long what is known of coupons and measured effects is used before it is read again. */
    @WithDefault("2s")
    Duration refresh();

    /** How long what many decisions have in common is kept after its last use: longer than decisions are. */
    @WithDefault("200d")
    Duration lineupsKept();

    /** Caps over all campaigns: how often a person gets one in a rolling window, whichever it is, at placements and by messages together. None: no limit. */
    List<Cap> caps();

    /** At most so many times in a rolling window. */
    interface Cap {
        /** How many times. */
        int times();

        /** The window, such as {@code P1D}. */
        Duration window();
    }
}
