package dev.aisle.platform.positions;

import dev.aisle.platform.positions.OwnedPartitions.Known;
import dev.aisle.platform.storage.DatabaseWatch;
import dev.aisle.platform.storage.DatabaseWentBack;
import dev.aisle.platform.storage.DatabaseWentBack.Sign;
import dev.aisle.platform.tracing.ContinuesTraces;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Gives a consumer what its database lacks of a batch, and writes the position behind the effect. A database below what this process wrote went back: what
 * lies between is read again first. Stands inside of the retries and of {@code CountBatches}, so that each try asks the database anew.
 */
@ContinuesTraces
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 600)
class KeepPositions {
    private final ConsumerPositions positions;
    private final OwnedPartitions owned;
    private final TopicIds topicIds;
    private final MissedRecords missed;
    private final DatabaseWatch watch;

    KeepPositions(
            ConsumerPositions positions,
            OwnedPartitions owned,
            TopicIds topicIds,
            MissedRecords missed,
            DatabaseWatch watch) {
        this.positions = positions;
        this.owned = owned;
        this.topicIds = topicIds;
        this.missed = missed;
        this.watch = watch;
    }

    @AroundInvoke
    @Nullable
    Object take(InvocationContext invocation) throws Exception {
        Incoming channel = invocation.getMethod().getAnnotation(Incoming.class);
        Object[] arguments = invocation.getParameters();
        if (channel == null || !(arguments[0] instanceof ConsumerRecords<?, ?>)) {
            return invocation.proceed();
        }
        @SuppressWarnings("unchecked")
        ConsumerRecords<String, byte[]> batch = (ConsumerRecords<String, byte[]>) arguments[0];
        try {
            new Batch(channel.value(), invocation).take(batch);
            return null;
        } finally {
            // Whoever tries again begins with the whole batch.
            invocation.setParameters(arguments);
        }
    }

    /** A batch of a channel, whose topic is one. */
    private final class Batch {
        private final String consumer;
        private final InvocationContext invocation;

        Batch(String consumer, InvocationContext invocation) {
            this.consumer = consumer;
            this.invocation = invocation;
        }

        void take(ConsumerRecords<String, byte[]> batch) throws Exception {
            Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> due = new LinkedHashMap<>();
            Map<ConsumedPartition, Long> behind = new LinkedHashMap<>();
            Map<String, Map<Integer, Long>> stored = new HashMap<>();
            for (TopicPartition partition : batch.partitions()) {
                Map<Integer, Long> ofTopic =
                        stored.computeIfAbsent(partition.topic(), topic -> positions.of(consumer, topicIds.of(topic)));
                List<ConsumerRecord<String, byte[]>> records = batch.records(partition);
                ConsumedPartition consumed = consumed(partition);
                long next =
                        readUpTo(partition, consumed, records.getFirst().offset(), ofTopic.get(partition.partition()));
                List<ConsumerRecord<String, byte[]>> news = records.stream()
                        .filter(record -> record.offset() >= next)
                        .toList();
                if (!news.isEmpty()) {
                    due.put(partition, news);
                }
                behind.put(consumed, Math.max(next, records.getLast().offset() + 1));
            }
            if (!due.isEmpty()) {
                apply(due);
            }
            behind.forEach(owned::wrote);
        }

        /** Takes what lies before the batch and isn't in the database; returns the position that was there. */
        private long readUpTo(TopicPartition partition, ConsumedPartition consumed, long first, @Nullable Long stored)
                throws Exception {
            Known known = owned.of(consumed);
            long next = stored != null ? stored : known == null && positions.areLeftToGroup() ? first : 0;
            boolean wentBack = known != null && next < known.position();
            if (known != null && wentBack && owned.isBehind(consumed)) {
                watch.report(new DatabaseWentBack(
                        Sign.POSITION,
                        "partition %d of %s was taken up to %d, the database says %d"
                                .formatted(partition.partition(), consumer, known.position(), next)));
            }
            if (next < first && (known == null || !known.contiguous() || wentBack)) {
                missed.read(consumer, partition, next, first, records -> apply(Map.of(partition, records)));
            }
            return next;
        }

        private ConsumedPartition consumed(TopicPartition partition) {
            return new ConsumedPartition(consumer, topicIds.of(partition.topic()), partition.partition());
        }

        private void apply(Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> records) throws Exception {
            invocation.setParameters(new Object[] {new ConsumerRecords<>(records, Map.of())});
            invocation.proceed();
            Map<UUID, SortedMap<Integer, Long>> taken = new LinkedHashMap<>();
            records.forEach(
                    (partition, of) -> taken.computeIfAbsent(topicIds.of(partition.topic()), _ -> new TreeMap<>())
                            .put(partition.partition(), of.getLast().offset() + 1));
            taken.forEach((topicId, next) -> positions.advance(consumer, topicId, next));
        }
    }
}
