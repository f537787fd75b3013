package dev.aisle.platform.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads the messages of a batch; what can't be read goes to the dead letters and the others go on. */
@Singleton
@Unremovable
public class RecordReader {
    private final DeadLetters deadLetters;

    RecordReader(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /**
     * What a message must have beyond being Protobuf.
     *
     * @param <T> the message
     */
    @FunctionalInterface
    public interface Requirement<T> {
        /** What is missing, or {@code null} when nothing is. */
        @Nullable
        String violation(T message);
    }

    /** A record that nobody can read. */
    public static final class Unreadable extends RuntimeException {
        private final String reason;

        public Unreadable(String reason) {
            super(reason);
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }

    /** The readable messages in order. Records without a value are skipped. */
    public <T extends Message> List<T> read(
            Iterable<ConsumerRecord<String, byte[]>> batch, Parser<T> parser, Requirement<T> requirement) {
        List<T> messages = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            if (record.value() == null) {
                continue;
            }
            try {
                messages.add(parse(record, parser, requirement));
            } catch (Unreadable e) {
                deadLetters.put(record, e.reason());
            }
        }
        return messages;
    }

    /** One message, or {@link Unreadable} with the reason. */
    public static <T extends Message> T parse(
            ConsumerRecord<String, byte[]> record, Parser<T> parser, Requirement<T> requirement) {
        try {
            T message = parser.parseFrom(record.value());
            String violation = requirement.violation(message);
            if (violation != null) {
                throw new Unreadable(violation);
            }
            return message;
        } catch (InvalidProtocolBufferException e) {
            throw new Unreadable("not a message of this topic: " + e.getMessage());
        }
    }

    /** The requirement that a text field isn't empty. */
    public static @Nullable String present(String field, String value) {
        return value.isEmpty() ? field + " is missing" : null;
    }
}
