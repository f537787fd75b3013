package dev.aisle.profile.models;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When models are fitted, and from how many people. */
@ConfigMapping(prefix = "aisle.models")
public interface ModelSettings {
    /** A model of fewer people isn't made. */
    @WithDefault("100")
    int leastPeople();

    /** How often is looked whether a job is due or was left by an instance that is gone; {@code off} for never. */
    @WithDefault("15s")
    String checkEvery();

    /** How often a running job keeps its checkpoint: after a crash so much is done again at most. */
    @WithDefault("10s")
    Duration checkpointEvery();

    /** How old a model in use may be before a newer one is looked for. */
    @WithDefault("1m")
    Duration refreshEvery();

    /** When each kind runs, as Quartz cron expressions in the shop's zone; {@code off} for only when asked. */
    Schedule schedule();

    /** Times of the kinds. */
    interface Schedule {
        /** Purchases to come, lifetime value, who is still alive. */
        @WithDefault("0 10 2 * * ?")
        String lifetime();

        /** Groups by recency, frequency and money. */
        @WithDefault("0 20 2 * * ?")
        String rfm();

        /** Who buys with coupons only. */
        @WithDefault("0 30 2 * * ?")
        String coupon();

        /** When somebody needs something again. */
        @WithDefault("0 40 2 * * ?")
        String replenishment();

        /** Demand of products and categories. */
        @WithDefault("0 50 2 * * ?")
        String forecast();
    }
}
