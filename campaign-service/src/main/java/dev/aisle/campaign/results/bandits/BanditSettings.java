package dev.aisle.campaign.results.bandits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How campaigns with a bandit learn. */
@ConfigMapping(prefix = "aisle.bandits")
public interface BanditSettings {
    /** How often it is looked whether there is something to learn. */
    @WithDefault("60s")
    Duration every();

    /** How long past epochs are kept; the newest of a version always is. */
    @WithDefault("90d")
    Duration keep();
}
