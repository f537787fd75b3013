package dev.aisle.ingest.rejections;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.ingest.shared.broker.TopicScan;
import dev.aisle.ingest.shared.broker.TopicScan.Extent;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The topics of what was refused and of what nobody could read. A record that can't be read here either is passed over: a
 * dead letter about it would come again with each question that an operator asks.
 */
@Singleton
public class RejectedEvents {
    private static final Logger LOG = Logger.getLogger(RejectedEvents.class);

    private final TopicScan scan;

    RejectedEvents(TopicScan scan) {
        this.scan = scan;
    }

    /** Shows every refusal and every note of a replay; one message id's in their order. */
    public Extent refusals(@Nullable Instant since, Consumer<RejectedEvent> visitor) {
        return scan.read(Topic.EVENTS_REJECTED, since, record -> read(record, RejectedEvent.parser(), visitor));
    }

    /** Shows every dead letter of every service. */
    public Extent letters(@Nullable Instant since, Consumer<DeadLetter> visitor) {
        return scan.read(Topic.DEAD_LETTERS, since, record -> read(record, DeadLetter.parser(), visitor));
    }

    private static <T extends Message> void read(
            ConsumerRecord<String, byte[]> record, Parser<T> parser, Consumer<T> visitor) {
        if (record.value() == null) {
            return;
        }
        T message;
        try {
            message = parser.parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            LOG.debugf("%s-%d@%d can't be read", record.topic(), record.partition(), record.offset());
            return;
        }
        visitor.accept(message);
    }
}
