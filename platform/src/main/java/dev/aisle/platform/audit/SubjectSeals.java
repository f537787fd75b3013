package dev.aisle.platform.audit;

import com.google.protobuf.ByteString;
import dev.aisle.algorithms.privacy.envelope.Envelope;
import dev.aisle.algorithms.privacy.envelope.Opening;
import dev.aisle.algorithms.privacy.envelope.Place;
import dev.aisle.algorithms.privacy.envelope.SubjectKey;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.AuditRecord;
import dev.aisle.contracts.privacy.v1.PayloadKey;
import dev.aisle.contracts.privacy.v1.SealedSubject;
import dev.aisle.platform.sealing.SealingKeys;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Seals whom an audit record is about on its way: under a key of this record alone, wrapped by a key that is in no topic and no database. So neither the outbox nor the
 * topic names a person, and two records of one person don't look alike.
 */
@Singleton
public class SubjectSeals {
    private static final String PLACE = "subject";

    private final SealingKeys keys;
    private final SecureRandom random = new SecureRandom();

    SubjectSeals(SealingKeys keys) {
        this.keys = keys;
    }

    /** Returns the record with its subject. */
    public AuditRecord about(String pseudonym, AuditRecord record) {
        SubjectKey key = SubjectKey.random(random);
        WrappedKey wrapped = keys.wrap(key);
        byte[] sealed = Envelope.seal(key, placeOf(record), pseudonym.getBytes(StandardCharsets.UTF_8), random);
        return record.toBuilder()
                .setSubject(SealedSubject.newBuilder()
                        .setKey(PayloadKey.newBuilder()
                                .setSealingKey(wrapped.masterKeyId())
                                .setWrapped(ByteString.copyFrom(wrapped.bytes())))
                        .setSealed(ByteString.copyFrom(sealed)))
                .build();
    }

    /** Returns the pseudonym of whom a record is about; empty when no key here opens it, or it was sealed for another record. */
    public Optional<String> open(AuditRecord record) {
        SealedSubject subject = record.getSubject();
        WrappedKey wrapped = new WrappedKey(
                subject.getKey().getSealingKey(), subject.getKey().getWrapped().toByteArray());
        Opening opening = Envelope.open(
                keys.unwrap(wrapped), placeOf(record), subject.getSealed().toByteArray());
        return opening instanceof Opening.Opened opened
                ? Optional.of(new String(opened.plaintext(), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static Place placeOf(AuditRecord record) {
        return new Place(Topic.AUDIT.topicName(), PLACE, record.getId());
    }
}
