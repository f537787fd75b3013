package dev.aisle.platform.sealing;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.aisle.algorithms.privacy.envelope.Envelope;
import dev.aisle.algorithms.privacy.envelope.Opening;
import dev.aisle.algorithms.privacy.envelope.Place;
import dev.aisle.algorithms.privacy.envelope.SubjectKey;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * A message in two parts: what routes it and decides about it stays clear, the rest is sealed for this topic, person and id. A payload
 * that is moved to another record can't be opened there.
 */
public final class SealedPayload {
    private SealedPayload() {}

    /** The message with its payload sealed. */
    static <M extends Message> M seal(
            String topic, M message, Sealable<M> sealable, SubjectKey key, SecureRandom random) {
        byte[] payload = sealable.payload(message).toByteArray();
        byte[] sealed = Envelope.seal(key, place(topic, message, sealable), payload, random);
        return sealable.withSealed(sealable.clear(message), ByteString.copyFrom(sealed));
    }

    /** The message as it was before it was sealed; empty when it wasn't sealed under this key for this place. */
    public static <M extends Message> Optional<M> open(String topic, M message, Sealable<M> sealable, SubjectKey key) {
        byte[] sealed = sealable.sealed(message).toByteArray();
        Opening opening = Envelope.open(Optional.of(key), place(topic, message, sealable), sealed);
        if (!(opening instanceof Opening.Opened opened)) {
            return Optional.empty();
        }
        try {
            M payload = sealable.payload(sealable.parser().parseFrom(opened.plaintext()));
            return Optional.of(sealable.whole(sealable.clear(message), payload));
        } catch (InvalidProtocolBufferException e) {
            // Authentic, and no such message: sealed by a version that this one can't read.
            return Optional.empty();
        }
    }

    private static <M extends Message> Place place(String topic, M message, Sealable<M> sealable) {
        String pseudonym = sealable.seen(message).pseudonym();
        return new Place(topic, escaped(pseudonym), escaped(sealable.id(message)));
    }

    /** A client's message id may hold what separates the parts of a place. */
    private static String escaped(String part) {
        return part.indexOf('|') < 0 && part.indexOf('%') < 0
                ? part
                : part.replace("%", "%25").replace("|", "%7C");
    }
}
