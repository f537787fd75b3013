package dev.aisle.platform.positions;

import java.util.UUID;

/**
 * A partition as one consumer reads it.
 *
 * @param consumer the consumer's channel
 * @param topicId  Kafka's id of the topic; one that is made anew has another
 */
public record ConsumedPartition(String consumer, UUID topicId, int partition) {}
