package dev.aisle.platform.erasure;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.platform.kafka.CompactedView;
import dev.aisle.platform.kafka.DeadLetters;
import dev.aisle.platform.kafka.RecordReader;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Everyone who was erased, with the moment up to which events belong to the erased person. */
@Singleton
@Unremovable
public class ErasedSubjects extends CompactedView<Instant> {
    private final DeadLetters deadLetters;

    ErasedSubjects(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "aisle.views.tolerated-silence", defaultValue = "10s") Duration tolerated,
            DeadLetters deadLetters) {
        super(Topic.ERASURES, bootstrapServers, tolerated);
        this.deadLetters = deadLetters;
    }

    /** Whether this pseudonym was erased and must not be used again. */
    public boolean contains(String pseudonym) {
        return get(pseudonym) != null;
    }

    /** When the pseudonym was erased; {@code null} when it wasn't. */
    public @Nullable Instant erasedAt(String pseudonym) {
        return get(pseudonym);
    }

    @Override
    protected Instant read(ConsumerRecord<String, byte[]> record) {
        Erasure erasure = RecordReader.parse(
                record,
                Erasure.parser(),
                read -> read.getPseudonym().equals(record.key()) ? null : "the key isn't the pseudonym");
        return Instant.ofEpochSecond(
                erasure.getEffectiveAt().getSeconds(), erasure.getEffectiveAt().getNanos());
    }

    /** Who has a record here asked for erasure; that it can't be read doesn't bring the person back. */
    @Override
    protected Instant unreadable(ConsumerRecord<String, byte[]> record, String reason) {
        deadLetters.put(record, reason);
        return Instant.ofEpochMilli(record.timestamp());
    }
}
