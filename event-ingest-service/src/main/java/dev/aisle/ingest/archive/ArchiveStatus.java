package dev.aisle.ingest.archive;

import dev.aisle.ingest.archive.files.ArchiveDirectory.Usage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/** What the archive tells of itself. */
@Singleton
final class ArchiveStatus {
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
        events = counter(registry, "aisle.archive.events", "Events written into the archive");
        erasedRows = counter(registry, "aisle.archive.erased.rows", "Rows that erasures took out of the archive");
        expiredFiles = counter(registry, "aisle.archive.expired.files", "Files whose time was over");
        missedEvents = counter(registry, "aisle.archive.missed.events", "Events that the topic had lost before");
        tidyFailures = counter(registry, "aisle.archive.tidy.failures", "Times that tidying up failed");
        gauge(registry, "aisle.archive.lag.records", "Events that the archive doesn't have yet", one -> one.lag);
        gauge(registry, "aisle.archive.files", "Files of the archive", one -> one.usage.files());
        gauge(registry, "aisle.archive.size.bytes", "Size of the archive", one -> one.usage.bytes());
        gauge(
                registry,
                "aisle.archive.last.flush.timestamp.seconds",
                "When the archive was last written, in seconds since 1970",
                one -> one.lastFlush.getEpochSecond());
        gauge(
                registry,
                "aisle.archive.waiting",
                "1 while something keeps the archive from going on",
                one -> one.state instanceof Waiting ? 1 : 0);
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String description, ToDoubleFunction<ArchiveStatus> value) {
        Gauge.builder(name, this, value).description(description).register(registry);
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
