package dev.aisle.ingest.refine.steps;

import dev.aisle.contracts.Topic;
import dev.aisle.ingest.refine.memory.Browsers;
import dev.aisle.ingest.refine.memory.Histories;
import dev.aisle.ingest.refine.memory.Links;
import dev.aisle.ingest.refine.memory.SeenMessages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Writes a record without a value, of nobody, to each changelog and to the links now and then. Kafka compacts a segment only when another
 * one has followed, and begins one only with a record: where nothing happens, what an erasure removed would stay.
 */
final class RollSegments {
    private static final String EVERY_SECONDS = "aisle.roll.seconds";
    private static final String PARTITIONS = "aisle.partitions";
    private static final long SIX_HOURS = Duration.ofHours(6).toSeconds();
    private static final List<String> STORES = List.of(Histories.NAME, SeenMessages.NAME, Links.NAME, Browsers.NAME);
    private static final String NOBODY = "p1.erased.nobody-";

    private RollSegments() {}

    static void schedule(ProcessorContext<String, byte[]> context) {
        Object seconds = context.appConfigs().get(EVERY_SECONDS);
        Duration every = Duration.ofSeconds(seconds == null ? SIX_HOURS : Long.parseLong(seconds.toString()));
        context.schedule(every, PunctuationType.WALL_CLOCK_TIME, now -> roll(context, now));
    }

    private static void roll(ProcessorContext<String, byte[]> context, long now) {
        for (String store : STORES) {
            KeyValueStore<String, ?> rows = context.getStateStore(store);
            rows.delete(NOBODY);
        }
        new Outputs(context).link(nobodyIn(context.taskId().partition(), partitions(context)), null, now);
    }

    /** Of each topic; another number than the contract's is told by the configuration. */
    private static int partitions(ProcessorContext<String, byte[]> context) {
        Object partitions = context.appConfigs().get(PARTITIONS);
        return partitions == null ? Topic.PARTITIONS : Integer.parseInt(partitions.toString());
    }

    /** A key that goes to this partition. */
    private static String nobodyIn(int partition, int partitions) {
        int number = 0;
        while (partitionOf(NOBODY + number, partitions) != partition % partitions) {
            number++;
        }
        return NOBODY + number;
    }

    private static int partitionOf(String key, int partitions) {
        return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
    }
}
