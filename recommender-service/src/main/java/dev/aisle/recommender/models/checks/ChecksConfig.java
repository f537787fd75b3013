package dev.aisle.recommender.models.checks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the checks before a training. */
@ConfigMapping(prefix = "aisle.training.checks")
public interface ChecksConfig {
    /** Fewest people. */
    @WithDefault("2")
    int leastPeople();

    /** Fewest products. */
    @WithDefault("2")
    int leastItems();

    /** Fewest interactions. */
    @WithDefault("5")
    long leastInteractions();

    /** Greatest share of the interactions that one person may have, from 50 people on. */
    @WithDefault("0.2")
    double largestPerson();

    /** Greatest share of the last training's interactions that may be gone. */
    @WithDefault("0.5")
    double largestDrop();

    /** How old the newest interaction may be, once it was younger. */
    @WithDefault("30d")
    Duration oldestNewest();

    /** Greatest share of the interactions that may be with products that the catalogue doesn't have. */
    @WithDefault("0.9")
    double unknownProducts();
}
