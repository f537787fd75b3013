package dev.aisle.campaign.experiments.metrics;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of metrics. */
@ConfigMapping(prefix = "aisle.metrics")
public interface MetricSettings {
    /** The file that defines the metrics; without it those that are shipped. */
    Optional<Path> file();
}
