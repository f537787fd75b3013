package dev.aisle.testing;

import dev.aisle.contracts.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real single-node Kafka in KRaft mode in this process, with every topic of the suite. */
final class TestBroker {
    private final KafkaClusterTestKit cluster;

    private TestBroker(KafkaClusterTestKit cluster) {
        this.cluster = cluster;
    }

    /** A broker in a process of its own, which {@link BrokerProcess} starts; ends when its standard input does. */
    public static void main(String[] arguments) throws Exception {
        TestBroker broker = start();
        System.out.println(BrokerProcess.ADDRESS + broker.bootstrapServers());
        while (System.in.read() >= 0) {
            // Nothing is said; the end is what is waited for.
        }
        Runtime.getRuntime().halt(0);
    }

    static TestBroker start() {
        try {
            KafkaClusterTestKit cluster = newCluster();
            cluster.format();
            cluster.startup();
            cluster.waitForReadyBrokers();
            TestBroker broker = new TestBroker(cluster);
            broker.createTopics();
            return broker;
        } catch (Exception e) {
            throw new IllegalStateException("The test broker did not start: " + e.getMessage(), e);
        }
    }

    String bootstrapServers() {
        return cluster.bootstrapServers();
    }

    private static KafkaClusterTestKit newCluster() throws Exception {
        TestKitNodes nodes = new TestKitNodes.Builder()
                .setCombined(true)
                .setNumBrokerNodes(1)
                .setNumControllerNodes(1)
                .build();
        return new KafkaClusterTestKit.Builder(nodes)
                .setConfigProp("log.cleaner.dedupe.buffer.size", "4194304")
                .setConfigProp("offsets.topic.num.partitions", "2")
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("transaction.state.log.num.partitions", "2")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .build();
    }

    private void createTopics() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            admin.createTopics(Arrays.stream(Topic.values())
                            .map(topic -> new NewTopic(topic.topicName(), Topic.PARTITIONS, (short) 1)
                                    .configs(topic.configuration()))
                            .toList())
                    .all()
                    .get();
        }
    }

    void stop() throws Exception {
        cluster.close();
    }
}
