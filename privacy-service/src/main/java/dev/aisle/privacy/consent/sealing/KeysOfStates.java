package dev.aisle.privacy.consent.sealing;

import com.google.protobuf.ByteString;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.contracts.common.v1.Common;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.exposures.v1.Exposure;
import dev.aisle.contracts.messages.v1.OutboundMessage;
import dev.aisle.contracts.privacy.v1.PayloadKey;
import dev.aisle.contracts.segments.v1.SegmentChange;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys for the log that a consent state carries. Whose state allows nothing that messages about persons are kept for has none, and loses what there was:
 * no later yes reaches back behind that no, so nobody may read what it sealed again.
 */
@ApplicationScoped
public class KeysOfStates {
    private static final List<Purpose> KEPT_FOR = Stream.of(
                    ShopEvent.getDescriptor(),
                    Exposure.getDescriptor(),
                    SegmentChange.getDescriptor(),
                    OutboundMessage.getDescriptor())
            .flatMap(message -> message.getOptions().getExtension(Common.holding).getKeptForList().stream())
            .distinct()
            .map(purpose -> Purpose.valueOf(purpose.name()))
            .toList();

    private final EventKeys keys;
    private final ConsentRules rules;

    KeysOfStates(EventKeys keys, ConsentRules rules) {
        this.keys = keys;
        this.rules = rules;
    }

    /** The keys of a person as of this state, made or removed as it says. */
    public List<PayloadKey> of(Pseudonym subject, ConsentSnapshot snapshot) {
        if (!allowsAny(snapshot)) {
            keys.end(subject);
            return List.of();
        }
        return keys.keep(subject).stream().map(KeysOfStates::wire).toList();
    }

    /** Keeps the keys that a state of the topic carries, also those that this database doesn't know. */
    public void adopt(Pseudonym subject, List<PayloadKey> told) {
        keys.adopt(
                subject,
                told.stream()
                        .map(key -> new WrappedKey(
                                key.getSealingKey(), key.getWrapped().toByteArray()))
                        .toList());
    }

    /** The same for who stands under another pseudonym from now on. */
    public List<PayloadKey> moved(Pseudonym old, Pseudonym now, ConsentSnapshot snapshot) {
        keys.move(old, now);
        return of(now, snapshot);
    }

    /** Whether a person has a key though the state allows nothing any more. */
    public boolean isNeedless(Pseudonym subject, ConsentSnapshot snapshot) {
        return keys.has(subject) && !allowsAny(snapshot);
    }

    /** Removes the keys of who is erased; what they sealed can't be read by anybody then. */
    public void end(Pseudonym subject) {
        keys.end(subject);
    }

    /** Now, and not when it was said: time ends grants too. */
    private boolean allowsAny(ConsentSnapshot snapshot) {
        Instant now = Instant.now();
        return KEPT_FOR.stream()
                .anyMatch(purpose -> snapshot.decide(rules, purpose, false, now).allowed());
    }

    private static PayloadKey wire(WrappedKey key) {
        return PayloadKey.newBuilder()
                .setSealingKey(key.masterKeyId())
                .setWrapped(ByteString.copyFrom(key.bytes()))
                .build();
    }
}
