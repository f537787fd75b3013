package dev.aisle.platform.metrics;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is measured beside the counters of the code. */
@ConfigMapping(prefix = "aisle.metrics")
public interface MetricsConfig {
    /** Templates of routes whose durations get a histogram. */
    Optional<List<String>> latencyOf();

    /** Folders on whose disks the room is measured, by the name that is their label. */
    Map<String, String> disk();
}
