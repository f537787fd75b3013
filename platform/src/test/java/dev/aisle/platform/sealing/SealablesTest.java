package dev.aisle.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.aisle.algorithms.privacy.envelope.SubjectKey;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.exposures.v1.ExposedItem;
import dev.aisle.contracts.exposures.v1.Exposure;
import dev.aisle.contracts.messages.v1.Channel;
import dev.aisle.contracts.messages.v1.OutboundMessage;
import dev.aisle.contracts.segments.v1.SegmentChange;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Of each kind of message about a person: nothing but what its contract marks stands clear, and it comes back whole. */
class SealablesTest {
    private static final String SECRET = "winter-tea-4711";
    private static final Timestamp MOMENT =
            Timestamp.newBuilder().setSeconds(1_800_000_000).build();
    private static final SecureRandom RANDOM = new SecureRandom();
    private final SubjectKey key = SubjectKey.random(RANDOM);

    @Test
    void anEvent() {
        ShopEvent event = ShopEvent.newBuilder()
                .setMessageId("m1")
                .setTenant("shop")
                .setPseudonym("p1.k1.ada")
                .setType(EventType.PRODUCT_VIEW)
                .addGrantedPurposes(Purpose.ANALYTICS)
                .setConsentVersion(7)
                .setSource("import")
                .setOccurredAt(MOMENT)
                .setReceivedAt(MOMENT)
                .addItems(Item.newBuilder().setProductId(SECRET))
                .build();

        check(event, Sealables.EVENT);
    }

    @Test
    void anExposure() {
        Exposure exposure = Exposure.newBuilder()
                .setExposureId("e1")
                .setDecisionId(SECRET)
                .setPseudonym("p1.k1.ada")
                .setTenant("shop")
                .setPlacement(SECRET)
                .setExposedAt(MOMENT)
                .addItems(ExposedItem.newBuilder().setProductId(SECRET).setPosition(1))
                .setCampaignId(SECRET)
                .setPropensity(0.5)
                .setContextHash(ByteString.copyFromUtf8(SECRET))
                .setHoldout(true)
                .setConsentVersion(7)
                .build();

        check(exposure, Sealables.EXPOSURE);
        assertThat(Sealables.EXPOSURE.seen(exposure).version()).isEqualTo(7);
    }

    @Test
    void aChangeOfASegment() {
        SegmentChange change = SegmentChange.newBuilder()
                .setChangeId("c1")
                .setPseudonym("p1.k1.ada")
                .setTenant("shop")
                .setSegmentId(SECRET)
                .setSegmentVersion(3)
                .setDirection(Direction.LEFT)
                .setChangedAt(MOMENT)
                .setProfileVersion(9)
                .build();

        check(change, Sealables.SEGMENT_CHANGE);
        assertThat(Sealables.SEGMENT_CHANGE.seen(change).granted()).containsExactly(Purpose.PERSONALIZATION);
    }

    @Test
    void aMessageToBeDelivered() {
        OutboundMessage message = OutboundMessage.newBuilder()
                .setMessageId("o1")
                .setPseudonym("p1.k1.ada")
                .setTenant("shop")
                .setChannel(Channel.EMAIL)
                .setCampaignId(SECRET)
                .putParameters("product", SECRET)
                .setNotBefore(MOMENT)
                .setPurpose("marketing_email")
                .build();

        check(message, Sealables.OUTBOUND_MESSAGE);
    }

    private <M extends Message> void check(M message, Sealable<M> sealable) {
        M sealed = SealedPayload.seal("a.topic", message, sealable, key, RANDOM);

        assertThat(SealedPayload.open("a.topic", sealed, sealable, key)).hasValue(message);
        assertThat(SealedPayload.open("another.topic", sealed, sealable, key)).isEmpty();
        assertThat(sealed.getAllFields().keySet())
                .allMatch(field ->
                        SealableByContract.isClear(field) || field.getName().equals("sealed"));
        assertThat(sealed.getAllFields()).as("what is clear stays as it was").containsAllEntriesOf(clearOf(message));
        assertThat(new String(sealed.toByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET);
    }

    private static Map<FieldDescriptor, Object> clearOf(Message message) {
        return message.getAllFields().entrySet().stream()
                .filter(field -> SealableByContract.isClear(field.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
