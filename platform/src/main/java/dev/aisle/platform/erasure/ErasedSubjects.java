package dev.aisle.platform.erasure;

import dev.aisle.contracts.Keeps;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.platform.kafka.CompactedView;
import dev.aisle.platform.kafka.DeadLetters;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.packed.ViewValues;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Everyone who was erased, with the moment up to which events belong to the erased person. Kept by marks: the pseudonym of a record is
 * forgotten as soon as it is read.
 */
@Singleton
@Unremovable
@Keeps(ofPersons = "marks of the erased, which name nobody")
public class ErasedSubjects extends CompactedView<Erased> {
    private final DeadLetters deadLetters;
    private final ErasureMarks marks;

    ErasedSubjects(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            @ConfigProperty(name = "aisle.views.tolerated-silence", defaultValue = "10s") Duration tolerated,
            DeadLetters deadLetters,
            ErasureMarks marks) {
        super(Topic.ERASURES, bootstrapServers, tolerated, ViewValues.asBytes(new PackedErasures()));
        this.deadLetters = deadLetters;
        this.marks = marks;
    }

    /** Whether this pseudonym was erased and must not be used again. */
    public boolean contains(String pseudonym) {
        return of(pseudonym) != null;
    }

    /** When the pseudonym was erased; {@code null} when it wasn't. */
    public @Nullable Instant erasedAt(String pseudonym) {
        Erased erased = of(pseudonym);
        return erased == null ? null : erased.at();
    }

    /** The erasure of a pseudonym; {@code null} when there was none. */
    public @Nullable Erased of(String pseudonym) {
        for (String mark : marks.allOf(pseudonym)) {
            Erased erased = get(mark);
            if (erased != null) {
                return erased;
            }
        }
        return null;
    }

    /** All erasures, in no order. */
    public Collection<Erased> everyone() {
        return List.copyOf(all());
    }

    @Override
    protected String keyOf(String recordKey) {
        return marks.of(recordKey);
    }

    /** That a pseudonym goes from the topic doesn't bring the person back: the mark stays. */
    @Override
    protected boolean isForgottenWith(String recordKey) {
        return ErasureMarks.isMark(recordKey);
    }

    @Override
    protected Erased read(ConsumerRecord<String, byte[]> record) {
        Erasure erasure = RecordReader.parse(record, Erasure.parser(), read -> violation(record.key(), read));
        return new Erased(
                marks.of(record.key()),
                Instant.ofEpochSecond(
                        erasure.getEffectiveAt().getSeconds(),
                        erasure.getEffectiveAt().getNanos()),
                erasure.getRequestId());
    }

    private static @Nullable String violation(String key, Erasure erasure) {
        if (ErasureMarks.isMark(key)) {
            return erasure.getPseudonym().isEmpty() ? null : "a mark with a pseudonym";
        }
        return erasure.getPseudonym().equals(key) ? null : "the key isn't the pseudonym";
    }

    /** Who has a record here asked for erasure; that it can't be read doesn't bring the person back. */
    @Override
    protected Erased unreadable(ConsumerRecord<String, byte[]> record, String reason) {
        deadLetters.put(record, reason);
        return new Erased(marks.of(record.key()), Instant.ofEpochMilli(record.timestamp()), "");
    }
}
