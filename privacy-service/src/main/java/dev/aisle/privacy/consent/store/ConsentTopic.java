package dev.aisle.privacy.consent.store;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.kafka.BrokerSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this service has told the others about consents, read back from the topic: it outlives a database that was put back. */
@ApplicationScoped
public class ConsentTopic {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int AT_ONCE = 2_000;

    private final String bootstrapServers;

    ConsentTopic(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** What the database has. */
    @FunctionalInterface
    public interface Versions {
        /** The newest version of each of these people; whoever isn't in the answer is unknown. */
        Map<String, Long> of(List<String> pseudonyms);
    }

    /**
     * The newest state of everybody of whom the topic has a newer version than the database, read once from its beginning to the end that it
     * has now. In memory are those and some thousand others.
     *
     * @throws IllegalStateException when the end isn't reached in ten minutes
     */
    public List<ConsentState> newerThan(Versions database) {
        Map<String, ConsentState> newer = new HashMap<>();
        Map<String, Optional<ConsentState>> chunk = new HashMap<>();
        read(records -> {
            records.forEach(record -> put(record, chunk));
            if (chunk.size() >= AT_ONCE) {
                keep(chunk, database, newer);
            }
        });
        keep(chunk, database, newer);
        return List.copyOf(newer.values());
    }

    /**
     * Gives every state that the topic still has, some at a time, from its beginning to the end that it has now.
     *
     * @throws IllegalStateException when the end isn't reached in ten minutes
     */
    public void states(Consumer<List<ConsentState>> into) {
        read(records ->
                into.accept(records.stream().flatMap(ConsentTopic::state).toList()));
    }

    private void read(Consumer<List<ConsumerRecord<String, byte[]>>> into) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.CONSENTS.topicName()).stream()
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
        return versionOf(one) > versionOf(other) ? one : other;
    }

    private static long versionOf(Optional<ConsentState> state) {
        return state.map(ConsentState::getVersion).orElse(0L);
    }

    private static void keep(
            Map<String, Optional<ConsentState>> chunk, Versions database, Map<String, ConsentState> newer) {
        Map<String, Long> versions = database.of(List.copyOf(chunk.keySet()));
        chunk.forEach((pseudonym, state) -> {
            ConsentState kept = newer.get(pseudonym);
            if (state.isEmpty()) {
                newer.remove(pseudonym);
            } else if (versionOf(state) > versions.getOrDefault(pseudonym, 0L)
                    && (kept == null || versionOf(state) >= kept.getVersion())) {
                newer.put(pseudonym, state.get());
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
