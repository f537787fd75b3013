package dev.aisle.assistant.reviews;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How reviews are summed up. */
@ConfigMapping(prefix = "aisle.assistant.reviews")
public interface ReviewSettings {
    /** So many reviews must there be, and speak of an aspect, before it is shown. */
    @Min(1)
    @Max(1_000)
    @WithDefault("3")
    int least();
}
