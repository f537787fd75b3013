package dev.aisle.platform.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the broker had at a moment. Others go on writing meanwhile, so that a reader may never be at the end of all partitions at once;
 * but this it reaches.
 *
 * @param askedNanos before the broker was asked
 * @param ends of each partition, exclusive
 */
record EndQuestion(long askedNanos, Map<TopicPartition, Long> ends) {
    private static final Logger LOG = Logger.getLogger(EndQuestion.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Asks; {@code null} when the broker doesn't answer. */
    static @Nullable EndQuestion ask(
            KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions, long askedNanos) {
        try {
            return new EndQuestion(askedNanos, consumer.endOffsets(partitions, PATIENCE));
        } catch (TimeoutException e) {
            LOG.debugf("The broker doesn't answer for %s", partitions);
            return null;
        }
    }

    /** Whether a reader has all of it. */
    boolean isReachedBy(KafkaConsumer<String, byte[]> consumer) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
