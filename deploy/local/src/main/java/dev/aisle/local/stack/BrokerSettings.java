package dev.aisle.local.stack;

import java.util.Map;

/** Settings that keep one broker on one machine small; nothing is replicated. */
final class BrokerSettings {
    static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // A dead consumer's partitions go to others after a second and a bit, not after 45 s; who was only late
            // comes back without stopping anybody.
            Map.entry("group.consumer.min.session.timeout.ms", "1000"),
            Map.entry("group.consumer.session.timeout.ms", "1500"),
            Map.entry("group.consumer.min.heartbeat.interval.ms", "100"),
            Map.entry("group.consumer.heartbeat.interval.ms", "300"),
            // What a killed refine left open holds up its readers until it is ended: look each second, not every ten.
            Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "2"),
            // The default takes 128 MB.
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
            // What is over its time goes soon after, not up to five minutes later.
            Map.entry("log.retention.check.interval.ms", "10000"),
            // Imported events are years old by their own clock: a retention by time would delete them at once.
            Map.entry("log.retention.ms", "-1"));

    private BrokerSettings() {}
}
