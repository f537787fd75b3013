package dev.aisle.platform.sealing;

import com.google.protobuf.Message;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.kafka.DeadLetters;
import dev.aisle.platform.kafka.RecordReader;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads messages about persons, sealed or clear. What isn't one goes to the dead letters; what can't be opened any more is skipped and counted,
 * which is what an erasure is for; the others go on.
 */
@Singleton
@Unremovable
public class SealedReader {
    private final DeadLetters deadLetters;
    private final PayloadSeals seals;

    SealedReader(DeadLetters deadLetters, PayloadSeals seals) {
        this.deadLetters = deadLetters;
        this.seals = seals;
    }

    /**
     * The readable messages in order. Records without a value are skipped.
     *
     * @param requirement of the opened message
     * @throws ConsentAtUse.UnknownNow when nobody's keys are known now; the batch waits
     */
    public <M extends Message> List<M> read(
            Iterable<ConsumerRecord<String, byte[]>> batch,
            Sealable<M> sealable,
            RecordReader.Requirement<M> requirement) {
        List<M> messages = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            read(record, sealable, requirement).ifPresent(messages::add);
        }
        return messages;
    }

    /** One message; empty when there is none to use. */
    public <M extends Message> Optional<M> read(
            ConsumerRecord<String, byte[]> record, Sealable<M> sealable, RecordReader.Requirement<M> requirement) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            M message = RecordReader.parse(record, sealable.parser(), _ -> null);
            Optional<M> opened = seals.open(record.topic(), message, sealable);
            opened.ifPresent(read -> require(read, requirement));
            return opened;
        } catch (RecordReader.Unreadable e) {
            deadLetters.put(record, e.reason());
            return Optional.empty();
        }
    }

    private static <M> void require(M message, RecordReader.Requirement<M> requirement) {
        String violation = requirement.violation(message);
        if (violation != null) {
            throw new RecordReader.Unreadable(violation);
        }
    }
}
