package dev.aisle.platform.storage;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether messages leave. Only the instance that relays has something to tell; the others say 0. */
@Singleton
class OutboxMetrics {
    private final Counter relayed;
    private volatile @Nullable Instant oldest;
    private volatile int waiting;

    OutboxMetrics(MeterRegistry registry) {
        this.relayed = Counter.builder("aisle.outbox.relayed")
                .description("Messages of the outbox that the broker has acknowledged")
                .register(registry);
        Gauge.builder("aisle.outbox.oldest.age", this, OutboxMetrics::ageSeconds)
                .description("How long the oldest message waits that the relay has found and not yet delivered")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("aisle.outbox.waiting", this, metrics -> metrics.waiting)
                .description("Messages that the relay's last look found; it looks at 1,000 at most")
                .register(registry);
    }

    /** What lies there, oldest first. */
    void found(List<OutboxRow> rows) {
        oldest = rows.isEmpty() ? null : rows.getFirst().createdAt();
        waiting = rows.size();
    }

    /** All that was found is with the broker. */
    void sent(int messages) {
        relayed.increment(messages);
        oldest = null;
        waiting = 0;
    }

    private double ageSeconds() {
        Instant since = oldest;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, Instant.now()).toMillis() / 1_000.0);
    }
}
