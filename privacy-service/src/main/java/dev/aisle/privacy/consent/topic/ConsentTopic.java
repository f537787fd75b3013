package dev.aisle.privacy.consent.topic;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.kafka.BrokerSecurity;
import dev.aisle.privacy.consent.topic.ConsentOrder.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this service has told the others about consents, read back from the topic: it outlives a database that was put back. */
@ApplicationScoped
public class ConsentTopic {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 2_000;
    private static final Comparator<ConsentState> ORDER = Comparator.comparingLong(ConsentState::getEpoch)
            .thenComparingLong(ConsentState::getVersion)
            .thenComparingLong(ConsentState::getRevision);

    private final String bootstrapServers;

    ConsentTopic(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** What the database has. */
    @FunctionalInterface
    public interface Database {
        /** Returns what it has of these people. */
        Place of(List<String> pseudonyms);
    }

    /**
     * What the topic has beyond the database.
     *
     * @param newer the newest state of everybody of whom it has something newer
     * @param epoch the greatest of all states
     * @param revision the greatest of all states
     */
    public record Beyond(List<ConsentState> newer, long epoch, long revision) {}

    /**
     * Returns what the topic has beyond the database, read once from its beginning to the end that it has now. In memory are those people and some
     * thousand others.
     *
     * @throws IllegalStateException when the end isn't reached in ten minutes
     */
    public Beyond beyond(Database database) {
        Map<String, ConsentState> newer = new HashMap<>();
        Map<String, Optional<ConsentState>> chunk = new HashMap<>();
        long[] greatest = new long[2];
        read("", records -> {
            records.forEach(record -> put(record, chunk));
            if (chunk.size() >= AT_ONCE) {
                keep(chunk, database, newer, greatest);
            }
        });
        keep(chunk, database, newer, greatest);
        return new Beyond(List.copyOf(newer.values()), greatest[0], greatest[1]);
    }

    /**
     * Returns the newest state of one person; empty when there is none.
     *
     * @throws IllegalStateException when the end isn't reached in ten minutes
     */
    public Optional<ConsentState> newest(String pseudonym) {
        Map<String, Optional<ConsentState>> found = new HashMap<>();
        read(
                pseudonym,
                records -> records.stream()
                        .filter(record -> pseudonym.equals(record.key()))
                        .forEach(record -> put(record, found)));
        return found.getOrDefault(pseudonym, Optional.empty());
    }

    /**
     * Gives every state that the topic still has, some at a time, from its beginning to the end that it has now.
     *
     * @throws IllegalStateException when the end isn't reached in ten minutes
     */
    public void states(Consumer<List<ConsentState>> into) {
        read(
                "",
                records -> into.accept(
                        records.stream().flatMap(ConsentTopic::state).toList()));
    }

    /** Reads the partition of a key, which producers choose so; all of them for none. */
    private void read(String key, Consumer<List<ConsumerRecord<String, byte[]>>> into) {
        int hash = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8)));
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<PartitionInfo> all = consumer.partitionsFor(Topic.CONSENTS.topicName());
            List<TopicPartition> partitions = all.stream()
                    .filter(info -> key.isEmpty() || info.partition() == hash % all.size())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("The topic of consents can't be read to its end");
                }
                List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
                consumer.poll(POLL).forEach(records::add);
                into.accept(records);
            }
        }
    }

    private static void put(ConsumerRecord<String, byte[]> record, Map<String, Optional<ConsentState>> chunk) {
        if (record.key() == null) {
            return;
        }
        if (record.value() == null) {
            chunk.put(record.key(), Optional.empty());
            return;
        }
        state(record).forEach(state -> chunk.merge(record.key(), Optional.of(state), ConsentTopic::later));
    }

    /** The state that a record is, if it is one. What can't be read is put to the dead letters by whoever follows the topic. */
    private static Stream<ConsentState> state(ConsumerRecord<String, byte[]> record) {
        if (record.key() == null || record.value() == null) {
            return Stream.empty();
        }
        try {
            ConsentState state = ConsentState.parseFrom(record.value());
            return state.getPseudonym().equals(record.key()) ? Stream.of(state) : Stream.empty();
        } catch (InvalidProtocolBufferException e) {
            return Stream.empty();
        }
    }

    private static Optional<ConsentState> later(Optional<ConsentState> one, Optional<ConsentState> other) {
        return one.isPresent() && other.isPresent() && ORDER.compare(one.get(), other.get()) > 0 ? one : other;
    }

    private static void keep(
            Map<String, Optional<ConsentState>> chunk,
            Database database,
            Map<String, ConsentState> newer,
            long[] greatest) {
        Place place = database.of(List.copyOf(chunk.keySet()));
        chunk.forEach((pseudonym, last) -> {
            ConsentState kept = newer.remove(pseudonym);
            ConsentState state = last.orElse(null);
            if (state == null) {
                return;
            }
            greatest[0] = Math.max(greatest[0], state.getEpoch());
            greatest[1] = Math.max(greatest[1], state.getRevision());
            ConsentState newest = kept != null && ORDER.compare(kept, state) > 0 ? kept : state;
            if (place.isBehind(newest)) {
                newer.put(pseudonym, newest);
            }
        });
        chunk.clear();
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                2_000);
        return new KafkaConsumer<>(
                BrokerSecurity.with(settings), new StringDeserializer(), new ByteArrayDeserializer());
    }
}
