package dev.aisle.ingest.archive;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Another configuration, of an archive that writes often. */
record SmallFiles(ArchiveConfig others) implements ArchiveConfig {
    @Override
    public Optional<Path> directory() {
        return others.directory();
    }

    @Override
    public int flushEvents() {
        return 100;
    }

    @Override
    public Duration flushAfter() {
        return Duration.ofMillis(300);
    }

    @Override
    public int retentionDays() {
        return others.retentionDays();
    }

    @Override
    public Duration tidyEvery() {
        return others.tidyEvery();
    }

    @Override
    public Duration forgetEvery() {
        return Duration.ofMillis(500);
    }

    @Override
    public Duration retryAfter() {
        return others.retryAfter();
    }

    @Override
    public String memoryLimit() {
        return others.memoryLimit();
    }
}
