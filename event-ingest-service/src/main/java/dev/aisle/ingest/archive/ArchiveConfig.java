package dev.aisle.ingest.archive;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The event archive. */
@ConfigMapping(prefix = "aisle.archive")
public interface ArchiveConfig {
    /** Where the files go. Not set: there is no archive. Several instances may share a folder; one of them writes. */
    Optional<Path> directory();

    /** Events of one partition after which a file is written. */
    @WithDefault("50000")
    int flushEvents();

    /** How long an event waits at most until it is in a file. */
    @WithDefault("60s")
    Duration flushAfter();

    /** Days after which events are deleted. */
    @WithDefault("365")
    int retentionDays();

    /** How often finished days are merged into one file a partition, and old days deleted. */
    @WithDefault("1h")
    Duration tidyEvery();

    /** How often the archive is searched for people who have refused every purpose for the whole term. */
    @WithDefault("24h")
    Duration forgetEvery();

    /** How long to wait after a failure of the disk or of the broker. */
    @WithDefault("5s")
    Duration retryAfter();

    /** Memory that writing a file may take, outside of the heap. */
    @WithDefault("128MB")
    String memoryLimit();
}
