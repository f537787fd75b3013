package dev.aisle.ingest.catalog.stream;

import dev.aisle.contracts.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;

/** Catalogue changes in, products and tombstones out: a part of its own beside refine, in the same application. */
public final class CatalogTopology {
    private static final String CHANGES = "catalog-changes";
    private static final String MERGE = "merge-catalog";

    private CatalogTopology() {}

    /** Adds this part to a topology, and answers it. */
    public static Topology addTo(Topology topology, CatalogMetrics metrics) {
        topology.addSource(
                CHANGES, new StringDeserializer(), new ByteArrayDeserializer(), Topic.CATALOG_RAW.topicName());
        topology.addProcessor(MERGE, () -> new MergeChanges(metrics), CHANGES);
        topology.addStateStore(ProductStates.builder(), MERGE);
        sink(topology, CatalogOutputs.PRODUCTS, Topic.CATALOG);
        sink(topology, CatalogOutputs.DEAD_LETTERS, Topic.DEAD_LETTERS);
        sink(topology, CatalogOutputs.REJECTED, Topic.EVENTS_REJECTED);
        return topology;
    }

    private static void sink(Topology topology, String name, Topic topic) {
        topology.addSink(name, topic.topicName(), new StringSerializer(), new ByteArraySerializer(), MERGE);
    }
}
