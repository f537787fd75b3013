package dev.aisle.platform.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.File;
import java.util.Map;
import java.util.function.Supplier;

/** Room on the disks that a service writes to, {@code aisle.metrics.disk.NAME=FOLDER}; the name is the label. */
@Singleton
class DiskMetrics {
    private final Map<String, String> folders;
    private final MeterRegistry registry;

    DiskMetrics(MetricsConfig config, MeterRegistry registry) {
        this.folders = Map.copyOf(config.disk());
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        folders.forEach((name, folder) -> {
            File there = new File(folder).getAbsoluteFile();
            gauge(
                    "aisle.disk.free.bytes",
                    "Room that is left on the disk of a folder",
                    name,
                    () -> existing(there).getUsableSpace());
            gauge(
                    "aisle.disk.size.bytes",
                    "Size of the disk of a folder",
                    name,
                    () -> existing(there).getTotalSpace());
        });
    }

    private void gauge(String name, String description, String disk, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).tag("disk", disk).register(registry);
    }

    /** A folder that isn't made yet will lie where its parent lies. */
    private static File existing(File folder) {
        File there = folder;
        while (!there.exists() && there.getParentFile() != null) {
            there = there.getParentFile();
        }
        return there;
    }
}
