package dev.aisle.recommender.serving.usecase;

import dev.aisle.recommender.serving.domain.Reranking.Diversity.Method;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How lists are made. Keys are documented in docs/recommendations.md. */
@ConfigMapping(prefix = "aisle.serving")
public interface ServingSettings {
    /** How long candidate sources and the history may take when the caller names no shorter deadline. */
    @WithDefault("150ms")
    Duration budget();

    /** What is left of a deadline for ranking, reasons and the way back. */
    @WithDefault("5ms")
    Duration reserve();

    /** How long a page cursor can be used. */
    @WithDefault("1h")
    Duration cursorAge();

    /** Threads that slow sources run on; 0: twice the processors. */
    @WithDefault("0")
    int threads();

    /** What may wait for these threads; what comes then is left out. */
    @WithDefault("512")
    int waiting();

    /** Fewest people of a country, or with a device, of whom is told what is popular among them. */
    @WithDefault("20")
    int leastPeople();

    /** For placements without settings of their own. */
    Placement usual();

    /** By the name of the placement. */
    Map<String, Placement> placements();

    /** How the list of a placement is put into order. */
    interface Placement {
        /** 0: by score only, 1: as different as possible. */
        @WithDefault("0")
        double diversity();

        /** MMR or DPP. */
        @WithDefault("mmr")
        Method diversityMethod();

        /** 0: no cap. */
        @WithDefault("0")
        int maxPerBrand();

        /** 0: 40 % of the list, at least three. */
        @WithDefault("0")
        int maxPerCategory();

        /** 0: no cap. */
        @WithDefault("0")
        int maxPerPriceLevel();

        /** Of each beginning of the list, for the long tail. */
        @WithDefault("0")
        double longTailShare();

        /** Chance of a place to go to a new product. */
        @WithDefault("0")
        double explorationShare();

        /** 0: as it comes, 1: categories in the proportion of the history. */
        @WithDefault("0")
        double calibration();

        /** A recent rise multiplies a score by at most 1 + trend. */
        @WithDefault("0.2")
        double trend();

        /** The domain of its lists where nobody asks for another and no product stands beside them. */
        Optional<String> domain();

        /** Whether the list may hold what the person has bought. */
        @WithDefault("false")
        boolean includePurchased();
    }
}
