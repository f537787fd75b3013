package dev.aisle.ingest.refine.edge;

import dev.aisle.contracts.Topic;
import dev.aisle.ingest.refine.store.Histories;
import dev.aisle.ingest.refine.store.SeenMessages;
import dev.aisle.ingest.refine.usecase.EraseHistory;
import dev.aisle.ingest.refine.usecase.Outputs;
import dev.aisle.ingest.refine.usecase.RefineEvent;
import dev.aisle.ingest.refine.usecase.Standing;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/**
 * Raw events and erasures in; events, refusals, receipts and dead letters out. Both inputs are keyed by pseudonym and have
 * as many partitions, so that one task has everything of a person.
 */
final class RefineTopology {
    private static final String RAW = "raw";
    private static final String ERASURES = "erasures";
    private static final String REFINE = "refine";
    private static final String ERASE = "erase";

    private RefineTopology() {}

    static Topology of(Standing standing) {
        Topology topology = new Topology();
        source(topology, RAW, Topic.EVENTS_RAW);
        source(topology, ERASURES, Topic.ERASURES);
        topology.addProcessor(REFINE, () -> new RefineEvent(standing), RAW);
        topology.addProcessor(ERASE, EraseHistory::new, ERASURES);
        topology.addStateStore(SeenMessages.builder(), REFINE, ERASE);
        topology.addStateStore(Histories.builder(), REFINE, ERASE);
        sink(topology, Outputs.EVENTS, Topic.EVENTS, REFINE);
        sink(topology, Outputs.REJECTED, Topic.EVENTS_REJECTED, REFINE);
        sink(topology, Outputs.DEAD_LETTERS, Topic.DEAD_LETTERS, REFINE);
        sink(topology, Outputs.RECEIPTS, Topic.ERASURE_RECEIPTS, ERASE);
        return topology;
    }

    private static void source(Topology topology, String name, Topic topic) {
        topology.addSource(name, new StringDeserializer(), new ByteArrayDeserializer(), topic.topicName());
    }

    private static void sink(Topology topology, String name, Topic topic, String parent) {
        topology.addSink(name, topic.topicName(), new StringSerializer(), new ByteArraySerializer(), parent);
    }
}
