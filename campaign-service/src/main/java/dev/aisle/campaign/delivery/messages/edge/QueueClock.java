package dev.aisle.campaign.delivery.messages.edge;

import dev.aisle.campaign.delivery.messages.store.QueueDepth;
import dev.aisle.campaign.delivery.messages.store.QueueDepth.Due;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Looks every quarter of a minute how much there is to send. Every instance sees the same queue. */
@Singleton
class QueueClock {
    private final QueueDepth depth;
    private volatile Due due = new Due(0, 0);

    QueueClock(QueueDepth depth, MeterRegistry registry) {
        this.depth = depth;
        Gauge.builder("aisle.messages.due", this, clock -> clock.due.messages())
                .description("Messages that should be sent by now and wait")
                .register(registry);
        Gauge.builder("aisle.messages.oldest.due.age", this, QueueClock::ageSeconds)
                .description("How long the first message is due that waits")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        due = depth.at(Instant.now());
    }

    private double ageSeconds() {
        Due now = due;
        return now.messages() == 0 ? 0 : Math.max(0, Instant.now().toEpochMilli() / 1_000.0 - now.since());
    }
}
