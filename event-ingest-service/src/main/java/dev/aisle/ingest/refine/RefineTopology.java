package dev.aisle.ingest.refine;

import dev.aisle.contracts.Topic;
import dev.aisle.ingest.refine.memory.Browsers;
import dev.aisle.ingest.refine.memory.Histories;
import dev.aisle.ingest.refine.memory.Links;
import dev.aisle.ingest.refine.memory.ProductMemory;
import dev.aisle.ingest.refine.memory.References;
import dev.aisle.ingest.refine.memory.SeenMessages;
import dev.aisle.ingest.refine.steps.EraseHistory;
import dev.aisle.ingest.refine.steps.KeepLinks;
import dev.aisle.ingest.refine.steps.Outputs;
import dev.aisle.ingest.refine.steps.RefineEvent;
import dev.aisle.ingest.refine.steps.RefineMetrics;
import dev.aisle.ingest.refine.steps.RefineRules;
import dev.aisle.ingest.refine.steps.Standing;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.platform.sealing.PayloadSeals;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/**
 * Raw events, erasures and links in; events, refusals, receipts and dead letters out. All inputs are keyed by pseudonym and
 * have as many partitions, so that one task has everything of a person. What concerns another person's partition goes there
 * through a topic that is read here too: claims of links, and events that turn out to be that person's.
 */
final class RefineTopology {
    private static final String RAW = "raw";
    private static final String ERASURES = "erasures";
    private static final String LINKS = "links";
    private static final String REFINE = "refine";
    private static final String ERASE = "erase";
    private static final String LINK = "link";

    private RefineTopology() {}

    static Topology of(
            Standing standing, RefineRules rules, PayloadSeals seals, ReceiptSigner signer, RefineMetrics metrics) {
        Topology topology = new Topology();
        source(topology, RAW, Topic.EVENTS_RAW);
        source(topology, ERASURES, Topic.ERASURES);
        source(topology, LINKS, Topic.PERSON_LINKS);
        topology.addProcessor(REFINE, () -> new RefineEvent(standing, rules, seals, metrics), RAW);
        topology.addProcessor(ERASE, () -> new EraseHistory(signer), ERASURES);
        topology.addProcessor(LINK, () -> new KeepLinks(standing, metrics), LINKS);
        topology.addStateStore(SeenMessages.builder(), REFINE, ERASE);
        topology.addStateStore(Histories.builder(), REFINE, ERASE, LINK);
        topology.addStateStore(Links.builder(), REFINE, ERASE, LINK);
        topology.addStateStore(Browsers.builder(), REFINE, ERASE);
        topology.addStateStore(ProductMemory.builder(), REFINE);
        topology.addStateStore(References.builder(), REFINE);
        sink(topology, Outputs.EVENTS, Topic.EVENTS, REFINE);
        sink(topology, Outputs.REJECTED, Topic.EVENTS_REJECTED, REFINE);
        sink(topology, Outputs.DEAD_LETTERS, Topic.DEAD_LETTERS, REFINE, LINK);
        sink(topology, Outputs.RECEIPTS, Topic.ERASURE_RECEIPTS, ERASE);
        sink(topology, Outputs.LINKS, Topic.PERSON_LINKS, REFINE, ERASE, LINK);
        sink(topology, Outputs.MERGED, Topic.EVENTS_RAW, REFINE);
        return topology;
    }

    private static void source(Topology topology, String name, Topic topic) {
        topology.addSource(name, new StringDeserializer(), new ByteArrayDeserializer(), topic.topicName());
    }

    private static void sink(Topology topology, String name, Topic topic, String... parents) {
        topology.addSink(name, topic.topicName(), new StringSerializer(), new ByteArraySerializer(), parents);
    }
}
