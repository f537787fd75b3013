package dev.aisle.recommender.models.fairness;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From where on a training's report on fairness raises an alarm. */
@ConfigMapping(prefix = "aisle.training.fairness")
public interface FairnessConfig {
    /** Alarm: the share of the lists' places that products outside the most shown fifth have at least. */
    @WithDefault("0.05")
    double tailShareAtLeast();

    /** Alarm: how many times its share of the catalogue a brand's share of the places is at most. */
    @WithDefault("10")
    double brandLiftAtMost();

    /** Alarm: the share of everybody's nDCG that a group of people reaches at least. */
    @WithDefault("0.8")
    double groupShareAtLeast();
}
