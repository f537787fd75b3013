package dev.aisle.recommender.models.trials;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When a canary is halted. */
@ConfigMapping(prefix = "aisle.models.canary")
public interface CanaryConfig {
    /** After so many failures in an instance, when they are also a greater share than the other key says. */
    @WithDefault("5")
    long mostFailures();

    /** Share of the requests that may fail, 0 to 1. */
    @WithDefault("0.01")
    double failureShare();
}
