package dev.aisle.campaign;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.contracts.segments.v1.SegmentChange;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.sealing.PayloadSeals;
import dev.aisle.platform.sealing.Sealables;
import dev.aisle.testing.TestKeys;
import dev.aisle.testing.TestRecords;
import io.quarkus.arc.Arc;
import java.time.Instant;
import java.util.UUID;

/** Somebody about whom other services write to Kafka. */
record Shopper(String pseudonym) {
    /** Nobody was ever heard of with this pseudonym. */
    static Shopper unknown() {
        String random = UUID.randomUUID().toString().replace("-", "");
        return new Shopper("p1.k1." + random);
    }

    Shopper consents(long version, ConsentStatus status) {
        return consents(version, status, 0);
    }

    /** A consent that was refused at an earlier version; 0 when never. */
    Shopper consents(long version, ConsentStatus status, long refusedAt) {
        ConsentState state = ConsentState.newBuilder()
                .setPseudonym(pseudonym)
                .setVersion(version)
                .addPayloadKeys(TestKeys.of(pseudonym))
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.PERSONALIZATION)
                        .setStatus(status))
                .addFences(PurposeFence.newBuilder()
                        .setPurpose(Purpose.PERSONALIZATION)
                        .setVersion(refusedAt))
                .build();
        TestRecords.write(Topic.CONSENTS, pseudonym, state.toByteArray());
        return this;
    }

    ShopEvent event(EventType type, String product) {
        return ShopEvent.newBuilder()
                .setMessageId(UUID.randomUUID().toString())
                .setPseudonym(pseudonym)
                .setType(type)
                .setOccurredAt(now())
                .addItems(Item.newBuilder().setProductId(product))
                .addGrantedPurposes(Purpose.PERSONALIZATION)
                .setConsentVersion(1)
                .build();
    }

    void does(EventType type, String product) {
        writes(sealed(event(type, product), pseudonym));
    }

    /** As refine writes it: under the key of that name. */
    ShopEvent sealed(ShopEvent event, String key) {
        return seals().seal(Topic.EVENTS, event, underKey(key));
    }

    private static PayloadSeals seals() {
        return Arc.container().instance(PayloadSeals.class).get();
    }

    private static Consent underKey(String key) {
        return Consent.of(
                ConsentState.newBuilder().addPayloadKeys(TestKeys.of(key)).build());
    }

    void writes(ShopEvent event) {
        TestRecords.write(Topic.EVENTS, pseudonym, event.toByteArray());
    }

    void moves(String segment, Direction direction, long profileVersion) {
        SegmentChange change = SegmentChange.newBuilder()
                .setChangeId(UUID.randomUUID().toString())
                .setPseudonym(pseudonym)
                .setSegmentId(segment)
                .setDirection(direction)
                .setProfileVersion(profileVersion)
                .setChangedAt(now())
                .build();
        SegmentChange sealed = seals().seal(Topic.SEGMENTS, change, Sealables.SEGMENT_CHANGE, underKey(pseudonym));
        TestRecords.write(Topic.SEGMENTS, pseudonym, sealed.toByteArray());
    }

    void asksForErasure() {
        Erasure erasure = Erasure.newBuilder()
                .setRequestId("request-" + pseudonym)
                .setPseudonym(pseudonym)
                .setEffectiveAt(now())
                .build();
        TestRecords.write(Topic.ERASURES, pseudonym, erasure.toByteArray());
    }

    private static Timestamp now() {
        return Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()).build();
    }
}
