package dev.aisle.recommender.models.ranking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How a ranker is learned. Keys are documented in docs/operations/models.md. */
@ConfigMapping(prefix = "aisle.ranking")
public interface RankerConfig {
    /** Whether trainings learn a ranker at all. */
    @WithDefault("true")
    boolean learn();

    /** Lists with a click that there must be. */
    @WithDefault("2000")
    int leastLists();

    /** Replayed lists in which something was taken that there must be, where fewer were shown. */
    @WithDefault("300")
    int leastReplayed();

    /** People whose return is replayed at most; 0: nothing is replayed. */
    @WithDefault("2000")
    int mostReplayed();

    /** Lists that are read at most, the newest; of 20 items one takes about 2 kB of memory. */
    @WithDefault("50000")
    int mostLists();

    /** How far back lists are read. */
    @WithDefault("28d")
    Duration history();

    /** How many trees. */
    @WithDefault("100")
    int trees();

    /** Levels of decisions of each tree. */
    @WithDefault("3")
    int depth();

    /** Threads that fit them. */
    @WithDefault("2")
    int threads();
}
