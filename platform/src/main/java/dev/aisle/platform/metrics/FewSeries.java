package dev.aisle.platform.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps the page of metrics small. Kafka's clients measure thousands of things, by node, thread and task; those stay that a rule or a dashboard asks for, or that tell
 * of a fault. Labels lose the random part of a client's name, which is another one after each start.
 */
@Singleton
class FewSeries {
    private static final String CLIENT = "client.id";
    private static final Pattern RANDOM =
            Pattern.compile("-?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Set<String> OF_CLIENTS = Set.of(
            "kafka.consumer.fetch.manager.records.lag",
            "kafka.consumer.fetch.manager.records.consumed.total",
            "kafka.consumer.coordinator.last.rebalance.seconds.ago",
            "kafka.consumer.coordinator.rebalance.total",
            "kafka.consumer.coordinator.failed.rebalance.total",
            "kafka.producer.record.send.total",
            "kafka.producer.record.error.total",
            "kafka.producer.record.retry.total",
            "kafka.producer.request.latency.avg",
            "kafka.producer.buffer.available.bytes",
            "kafka.stream.alive.stream.threads",
            "kafka.stream.failed.stream.threads");

    @Produces
    @Singleton
    MeterFilter series() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                return id.getName().startsWith("kafka.") && !OF_CLIENTS.contains(id.getName())
                        ? MeterFilterReply.DENY
                        : MeterFilterReply.NEUTRAL;
            }

            @Override
            public Meter.Id map(Meter.Id id) {
                String client = id.getName().startsWith("kafka.") ? id.getTag(CLIENT) : null;
                return client == null
                        ? id
                        : id.withTag(Tag.of(CLIENT, RANDOM.matcher(client).replaceAll("")));
            }
        };
    }
}
