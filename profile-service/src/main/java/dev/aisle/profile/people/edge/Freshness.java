package dev.aisle.profile.people.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * How old an event is when the profile has it: since the door received it, which is the time of its record all the way. Not since it happened: an
 * order of last year that is imported today isn't late.
 */
@Startup
@Singleton
class Freshness {
    private final Timer age;

    Freshness(MeterRegistry registry) {
        this.age = Timer.builder("aisle.profile.freshness")
                .description("From when the door received an event until the profile has it")
                .serviceLevelObjectives(
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(2_500),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5))
                .register(registry);
    }

    /** The profile has these now. */
    void folded(List<ConsumerRecord<String, byte[]>> records) {
        long now = System.currentTimeMillis();
        for (ConsumerRecord<String, byte[]> record : records) {
            age.record(Math.max(0, now - record.timestamp()), TimeUnit.MILLISECONDS);
        }
    }
}
