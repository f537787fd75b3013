package dev.aisle.campaign.results.uplift;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How it is learned whom campaigns move. */
@ConfigMapping(prefix = "aisle.uplift")
public interface UpliftSettings {
    /** People that the variation and the comparison group must each have before anything is learned. */
    @WithDefault("100")
    int leastPeople();

    /** People that are learned from at most, the latest ones. */
    @WithDefault("40000")
    int mostPeople();

    /** Segments that tell a protected attribute: never a feature, and what stand-ins are looked for by. Those called by a protected word are, too. */
    Optional<Set<String>> protectedSegments();

    /** Area under the curve from which a feature stands in for a protected segment, above 0.5. */
    @WithDefault("0.6")
    double standInThreshold();

    /** After how long a model is learned anew; earlier when it doesn't fit any more. */
    @WithDefault("7d")
    Duration retrainAfter();

    /** How often models are watched and effects measured. */
    @WithDefault("1h")
    Duration every();

    /** How far the effects of campaigns lie from the prior one, as a standard deviation of probabilities; above 0. */
    @WithDefault("0.02")
    double priorDeviation();
}
