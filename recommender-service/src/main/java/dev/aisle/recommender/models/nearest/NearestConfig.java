package dev.aisle.recommender.models.nearest;

import dev.aisle.recommender.models.nearest.NearestSettings.Beyond;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Which index serves nearest rows. */
@ConfigMapping(prefix = "aisle.nearest")
public interface NearestConfig {
    /** So many rows are all looked at: exact. */
    @Min(0)
    @WithDefault("10000")
    int exactUpTo();

    /** What serves more rows: {@code cells} or {@code graph}. */
    @WithDefault("cells")
    Beyond beyond();

    /** Share of the exact best 20 that an index must find, measured when it is built; else all rows are looked at. */
    @DecimalMin("0")
    @DecimalMax("1")
    @WithDefault("0.97")
    double leastRecall();

    /** Share of one processor that building takes while requests are served. */
    @DecimalMin("0.01")
    @DecimalMax("1")
    @WithDefault("0.25")
    double shareBesideRequests();

    /** Threads that may build while nothing is served. */
    @Min(1)
    @Max(64)
    @WithDefault("2")
    int threads();
}
