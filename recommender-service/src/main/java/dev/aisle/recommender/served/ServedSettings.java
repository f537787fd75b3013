package dev.aisle.recommender.served;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which answers are kept. For how long says {@code aisle.retention.keep.served_list}. */
@ConfigMapping(prefix = "aisle.served")
public interface ServedSettings {
    /** The share of the answers that is kept, of people who allow it; 0 to 1. */
    @WithDefault("1")
    double share();

    /** How many answers may wait to be written; what comes then isn't kept. About 3 kB each. */
    @WithDefault("2000")
    int waiting();
}
