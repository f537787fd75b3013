package dev.aisle.recommender.interactions.feedback.usecase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How feedback is credited. */
@ConfigMapping(prefix = "aisle.feedback")
public interface FeedbackSettings {
    /** A look at a product counts for the last list before it that showed it, if that is no older. */
    @WithDefault("30m")
    Duration clickWithin();

    /** An order counts for the last looked-at exposure of the product, if the look is no older. */
    @WithDefault("7d")
    Duration orderWithin();

    /** How often it is credited what people did. */
    @WithDefault("30s")
    Duration creditEvery();

    /** Alarm: the share of exposures that products outside the most shown fifth have at least. */
    @WithDefault("0.2")
    double tailShareAtLeast();

    /** Alarm: how many times its share of the catalogue a brand's share of the exposures is at most. */
    @WithDefault("10")
    double brandLiftAtMost();
}
