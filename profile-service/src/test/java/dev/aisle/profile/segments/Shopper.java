package dev.aisle.profile.segments;

import com.google.protobuf.util.Timestamps;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Flag;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.Refinement;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.testing.TestKeys;
import dev.aisle.testing.TestRecords;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Somebody who shops and says what may be done with it. */
record Shopper(String pseudonym) {
    static Shopper unknown() {
        return new Shopper("p1.k1." + UUID.randomUUID().toString().replace("-", ""));
    }

    static Shopper consenting() {
        Shopper shopper = unknown();
        shopper.says(1, ConsentStatus.GRANTED, 0);
        return shopper;
    }

    /** A version of the consent to personalization; what came under a version up to the fence isn't used any more. */
    RecordMetadata says(long version, ConsentStatus status, long fence) {
        ConsentState.Builder state = ConsentState.newBuilder()
                .setPseudonym(pseudonym)
                .setVersion(version)
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.PERSONALIZATION)
                        .setStatus(status))
                .addFences(PurposeFence.newBuilder()
                        .setPurpose(Purpose.PERSONALIZATION)
                        .setVersion(fence));
        if (status == ConsentStatus.GRANTED) {
            state.addPayloadKeys(TestKeys.of(pseudonym));
        }
        return TestRecords.write(Topic.CONSENTS, pseudonym, state.build().toByteArray());
    }

    RecordMetadata does(EventType type, String category) {
        return does(type, category, Instant.now(), 1);
    }

    RecordMetadata does(EventType type, String category, Instant at, long consentVersion) {
        return write(event(type, category, at, consentVersion).build());
    }

    RecordMetadata robotDoes(EventType type, String category) {
        return write(event(type, category, Instant.now(), 1)
                .setRefinement(
                        Refinement.newBuilder().addFlags(Flag.newBuilder().setKind(Flag.Kind.BOT)))
                .build());
    }

    private RecordMetadata write(ShopEvent event) {
        return TestRecords.write(Topic.EVENTS, pseudonym, event.toByteArray());
    }

    private ShopEvent.Builder event(EventType type, String category, Instant at, long consentVersion) {
        return ShopEvent.newBuilder()
                .setMessageId(UUID.randomUUID().toString())
                .setPseudonym(pseudonym)
                .setType(type)
                .setOccurredAt(Timestamps.fromMillis(at.toEpochMilli()))
                .addItems(Item.newBuilder().setProductId(category + "-1").setCategory(category))
                .addGrantedPurposes(Purpose.PERSONALIZATION)
                .setConsentVersion(consentVersion);
    }

    void asksForErasure() {
        Erasure erasure = Erasure.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setPseudonym(pseudonym)
                .setEffectiveAt(Timestamps.fromMillis(Instant.now().toEpochMilli()))
                .build();
        TestRecords.write(Topic.ERASURES, pseudonym, erasure.toByteArray());
    }
}
