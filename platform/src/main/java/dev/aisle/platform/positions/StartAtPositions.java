package dev.aisle.platform.positions;

import dev.aisle.platform.positions.OwnedPartitions.Known;
import dev.aisle.platform.storage.DatabaseWatch;
import dev.aisle.platform.storage.DatabaseWentBack;
import dev.aisle.platform.storage.DatabaseWentBack.Sign;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Begins to read a partition where the database says, and goes back there when the database went back: every few seconds it is asked, so that this needs no
 * new record. What the group has committed only shows how far behind it is.
 */
@ApplicationScoped
@Identifier("log-positions")
class StartAtPositions implements KafkaConsumerRebalanceListener {
    private static final Logger LOG = Logger.getLogger(StartAtPositions.class);

    private final ConsumerPositions positions;
    private final OwnedPartitions owned;
    private final TopicIds topicIds;
    private final Channels channels;
    private final LogGaps gaps;
    private final KafkaClientService clients;
    private final DatabaseWatch watch;

    StartAtPositions(
            ConsumerPositions positions,
            OwnedPartitions owned,
            TopicIds topicIds,
            Channels channels,
            LogGaps gaps,
            KafkaClientService clients,
            DatabaseWatch watch) {
        this.positions = positions;
        this.owned = owned;
        this.topicIds = topicIds;
        this.channels = channels;
        this.gaps = gaps;
        this.clients = clients;
        this.watch = watch;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        try {
            topicIds.ask(partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet()));
            for (TopicPartition partition : partitions) {
                ConsumedPartition consumed = consumed(consumer, partition);
                if (consumed != null) {
                    owned.begins(consumed, begin(consumer, partition, consumed));
                }
            }
        } catch (RuntimeException e) {
            // The first batch asks again and reads what lies before it.
            LOG.warnf("Where %s were taken isn't known now: %s", partitions, e.getMessage());
            onPartitionsRevoked(consumer, partitions);
        }
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            // Of a topic without a known id there is nothing to forget, and the broker may be away.
            ConsumedPartition consumed = topicIds.isKnown(partition.topic()) ? consumed(consumer, partition) : null;
            if (consumed != null) {
                owned.forget(consumed);
            }
        }
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        onPartitionsRevoked(consumer, partitions);
    }

    private @Nullable ConsumedPartition consumed(Consumer<?, ?> consumer, TopicPartition partition) {
        String channel = channels.of(consumer.groupMetadata().groupId(), partition.topic());
        return channel == null ? null : positions.partition(channel, partition.topic(), partition.partition());
    }

    private long begin(Consumer<?, ?> consumer, TopicPartition partition, ConsumedPartition consumed) {
        Long stored = positions.of(consumed.consumer(), consumed.topicId()).get(consumed.partition());
        long next = stored != null
                ? stored
                : positions.first(
                        consumed,
                        positions.areLeftToGroup() ? consumer.position(partition) : start(consumer, partition));
        return seek(consumer, partition, consumed, next);
    }

    /** Goes to a position, or to the end that the log still has. */
    private long seek(Consumer<?, ?> consumer, TopicPartition partition, ConsumedPartition consumed, long position) {
        long start = start(consumer, partition);
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, Long.MAX_VALUE);
        long next = position;
        if (position < start) {
            gaps.removed(consumed.consumer(), partition, position, start);
            positions.advance(consumed, start);
            next = start;
        } else if (position > end) {
            gaps.wentBack(consumed.consumer(), partition, position, end);
            positions.putBack(consumed, end);
            next = end;
        }
        consumer.seek(partition, next);
        return next;
    }

    private static long start(Consumer<?, ?> consumer, TopicPartition partition) {
        return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** Goes back where the database is below what this process has written. What was polled already is sorted out by {@link KeepPositions}. */
    @Scheduled(
            every = "${aisle.database.look-every:2s}",
            delayed = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        // First the memory, then the database: what is written in between is above both.
        Map<ConsumedPartition, Known> known = owned.all();
        if (known.isEmpty()) {
            return;
        }
        Map<ConsumedPartition, Long> stored = positions.all();
        known.forEach((partition, before) -> {
            long next = stored.getOrDefault(partition, 0L);
            if (next < before.position() && owned.isBehind(partition)) {
                watch.report(new DatabaseWentBack(
                        Sign.POSITION,
                        "partition %d of %s was taken up to %d, the database says %d"
                                .formatted(partition.partition(), partition.consumer(), before.position(), next)));
                goBack(partition, next);
            }
        });
    }

    private void goBack(ConsumedPartition consumed, long next) {
        clients.getConsumer(consumed.consumer())
                .runOnPollingThread(consumer -> {
                    consumer.assignment().stream()
                            .filter(partition -> partition.partition() == consumed.partition())
                            .forEach(partition -> seek(consumer, partition, consumed, next));
                })
                .subscribe()
                .with(_ -> {}, e -> LOG.warnf("%s waits for its next record to go back: %s", consumed, e.getMessage()));
    }
}
