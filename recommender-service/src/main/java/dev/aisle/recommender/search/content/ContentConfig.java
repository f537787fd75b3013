package dev.aisle.recommender.search.content;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How texts of products are read. */
@ConfigMapping(prefix = "aisle.content")
public interface ContentConfig {
    /** Whether texts become points at all; without, products are found by their words only and nothing is like anything by content. */
    @WithDefault("true")
    boolean embeddings();

    /** Threads that read texts. */
    @Min(1)
    @Max(16)
    @WithDefault("1")
    int threads();

    /** How often it is looked whether so many points came that they should lie in cells; "off": never. */
    @WithDefault("30s")
    String cellsEvery();

    /** The share of a thread's time that goes into products that were there already when the service started. */
    @DecimalMin("0.01")
    @DecimalMax("1")
    @WithDefault("0.5")
    double backgroundShare();
}
