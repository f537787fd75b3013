package dev.aisle.ingest.archive.usecase;

import dev.aisle.ingest.archive.store.ArchiveDirectory.Usage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;

/** What the archive tells of itself. */
@Singleton
public final class ArchiveStatus {
    private final Counter events;
    private final Counter erasedRows;
    private final Counter expiredFiles;
    private final Counter missedEvents;
    private final Counter tidyFailures;
    private volatile State state = new Off();
    private volatile Instant lastFlush = Instant.EPOCH;
    private volatile Usage usage = new Usage(0, 0);
    private volatile long lag;

    public ArchiveStatus(MeterRegistry registry) {
        events = registry.counter("aisle.archive.events");
        erasedRows = registry.counter("aisle.archive.erased.rows");
        expiredFiles = registry.counter("aisle.archive.expired.files");
        missedEvents = registry.counter("aisle.archive.missed.events");
        tidyFailures = registry.counter("aisle.archive.tidy.failures");
        Gauge.builder("aisle.archive.lag.records", this, status -> status.lag).register(registry);
        Gauge.builder("aisle.archive.files", this, status -> status.usage.files())
                .register(registry);
        Gauge.builder("aisle.archive.size.bytes", this, status -> status.usage.bytes())
                .register(registry);
        Gauge.builder("aisle.archive.last.flush.seconds", this, status -> status.lastFlush.getEpochSecond())
                .register(registry);
        Gauge.builder("aisle.archive.waiting", this, status -> status.state instanceof Waiting ? 1 : 0)
                .register(registry);
    }

    /** What it is doing. */
    public sealed interface State {}

    /** There is no folder. */
    public record Off() implements State {}

    /** Another process writes into the folder. */
    public record StandBy() implements State {}

    public record Following() implements State {}

    /** Something is not as it must be; nothing is lost, it goes on when that is over. */
    public record Waiting(String reason) implements State {}

    public void is(State now) {
        state = now;
    }

    public State state() {
        return state;
    }

    public Instant lastFlush() {
        return lastFlush;
    }

    public Usage usage() {
        return usage;
    }

    public long lag() {
        return lag;
    }

    public void lag(long records) {
        lag = records;
    }

    void counted(Usage now) {
        usage = now;
    }

    void flushed(int rows, Usage now) {
        events.increment(rows);
        lastFlush = Instant.now();
        usage = now;
    }

    void erased(long rows, Usage now) {
        erasedRows.increment((double) rows);
        usage = now;
    }

    void tidied(int expired, Usage now) {
        expiredFiles.increment(expired);
        usage = now;
    }

    public void tidyFailed() {
        tidyFailures.increment();
    }

    public void missed(long count) {
        missedEvents.increment((double) count);
    }
}
