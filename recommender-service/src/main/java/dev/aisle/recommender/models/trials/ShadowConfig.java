package dev.aisle.recommender.models.trials;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much a shadow is asked. */
@ConfigMapping(prefix = "aisle.models.shadow")
public interface ShadowConfig {
    /** Share of the requests that it is asked too, 0 to 1. */
    @WithDefault("0.1")
    double share();

    /** Requests that may wait for it; more are left out. */
    @WithDefault("64")
    int waiting();
}
