package dev.aisle.local.backup;

import dev.aisle.contracts.Topic;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topics that keep for ever, which nothing else could make anew: consents, erasures, catalogue, settings, links. A file each: partition,
 * time, key, value and headers of every record, one after the other, in their order.
 */
final class KeptTopics {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int NOTHING = -1;
    private static final int END = -1;

    private KeptTopics() {}

    static List<Topic> all() {
        return Arrays.stream(Topic.values())
                .filter(topic -> "compact".equals(topic.configuration().get("cleanup.policy")))
                .toList();
    }

    /** Copies them as they are now; topic → records. */
    static Map<String, Long> copy(PortPlan ports, Path folder) {
        var counts = new TreeMap<String, Long>();
        try {
            Files.createDirectories(folder);
            for (var topic : all()) {
                counts.put(topic.topicName(), copy(ports, topic, file(folder, topic)));
            }
            return counts;
        } catch (IOException e) {
            throw new UncheckedIOException("The topics can't be copied to " + folder, e);
        }
    }

    private static Path file(Path folder, Topic topic) {
        return folder.resolve(topic.topicName() + ".records.gz");
    }

    private static long copy(PortPlan ports, Topic topic, Path file) throws IOException {
        var count = 0L;
        try (var consumer = consumer(ports);
                var out = new DataOutputStream(
                        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file))))) {
            var partitions = partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new CommandFailure("The topic " + topic.topicName() + " can't be read to its end.");
                }
                for (var record : consumer.poll(POLL)) {
                    write(record, out);
                    count++;
                }
            }
            out.writeInt(END);
        }
        return count;
    }

    private static void write(ConsumerRecord<byte[], byte[]> record, DataOutputStream out) throws IOException {
        out.writeInt(record.partition());
        out.writeLong(record.timestamp());
        put(record.key(), out);
        put(record.value(), out);
        var headers = record.headers().toArray();
        out.writeInt(headers.length);
        for (var header : headers) {
            put(header.key().getBytes(StandardCharsets.UTF_8), out);
            put(header.value(), out);
        }
    }

    private static void put(byte @Nullable [] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes == null ? NOTHING : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    private static byte @Nullable [] get(DataInputStream in) throws IOException {
        var length = in.readInt();
        return length == NOTHING ? null : in.readNBytes(length);
    }

    /** How many keys of a topic have got a value since a moment; of erasures, those that are marks and stay. */
    static long keysSince(PortPlan ports, Topic topic, Instant moment, Predicate<String> counted) {
        var keys = new HashSet<String>();
        try (var consumer = consumer(ports)) {
            var partitions = partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(POLL)) {
                    if (record.key() != null && record.timestamp() >= moment.toEpochMilli()) {
                        keys.add(new String(record.key(), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        return keys.stream().filter(counted).count();
    }

    /** Whether the broker has nothing in any of them: one that was made anew. */
    static boolean areEmpty(PortPlan ports) {
        try (var consumer = consumer(ports)) {
            return all().stream()
                    .allMatch(topic -> consumer.endOffsets(partitions(topic)).values().stream()
                            .allMatch(end -> end == 0));
        }
    }

    /** Writes them into a broker whose topics are empty. */
    static void putBack(PortPlan ports, Path folder) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", ports.address(Part.KAFKA), "acks", "all", "enable.idempotence", true);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var topic : all()) {
                putBack(topic, file(folder, topic), producer);
            }
            producer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The topics can't be read from " + folder, e);
        }
    }

    private static void putBack(Topic topic, Path file, KafkaProducer<byte[], byte[]> producer) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
            for (var partition = in.readInt(); partition != END; partition = in.readInt()) {
                var at = in.readLong();
                var record = new ProducerRecord<>(topic.topicName(), partition, at, get(in), get(in));
                for (var left = in.readInt(); left > 0; left--) {
                    var name = get(in);
                    var value = get(in);
                    if (name != null) {
                        record.headers().add(new String(name, StandardCharsets.UTF_8), value);
                    }
                }
                var _ = producer.send(record);
            }
        }
    }

    private static List<TopicPartition> partitions(Topic topic) {
        return IntStream.range(0, Topic.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
    }

    private static KafkaConsumer<byte[], byte[]> consumer(PortPlan ports) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                ports.address(Part.KAFKA),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
