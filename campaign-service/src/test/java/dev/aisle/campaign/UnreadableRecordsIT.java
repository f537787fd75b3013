package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.asks;
import static dev.aisle.campaign.Storefront.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class UnreadableRecordsIT {
    @Inject
    Shoppers shoppers;

    @ParameterizedTest
    @EnumSource(names = {"EVENTS", "SEGMENTS", "ERASURES", "CONSENTS"})
    void garbageGoesToTheDeadLettersAndTheConsumerGoesOn(Topic topic) {
        Shopper shopper = buyer();
        byte[] garbage = ("not protobuf " + UUID.randomUUID() + topic).getBytes(StandardCharsets.UTF_8);

        TestRecords.write(topic, Shopper.unknown().pseudonym(), garbage);
        TestRecords.write(topic, shopper.pseudonym(), null);

        assertThat(letters(topic, garbage.length)).isNotEmpty();
        stillWorks(topic, shopper);
    }

    @Test
    void eventsThatTheDatabaseCouldNotKeepGoToTheDeadLettersAndTheirNeighboursThrough() {
        Shopper shopper = buyer();
        ShopEvent good = shopper.event(EventType.PRODUCT_VIEW, "good");
        List<ShopEvent> bad = List.of(
                good.toBuilder().setMessageId("null\u0000").build(),
                good.toBuilder().clearMessageId().build(),
                good.toBuilder().setPseudonym("").build(),
                good.toBuilder()
                        .setItems(0, Item.newBuilder().setProductId("a\u0000b"))
                        .build(),
                good.toBuilder()
                        .setItems(0, Item.newBuilder().setProductId("x".repeat(5_000)))
                        .build(),
                good.toBuilder()
                        .setOccurredAt(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))
                        .build(),
                good.toBuilder()
                        .setOccurredAt(Timestamp.newBuilder().setNanos(-1))
                        .build());

        bad.forEach(shopper::writes);
        shopper.writes(good);

        bad.forEach(event ->
                assertThat(letters(Topic.EVENTS, event.getSerializedSize())).isNotEmpty());
        eventually().untilAsserted(() -> asks("home", shopper).body("items[0].title", containsString("good")));
    }

    private void stillWorks(Topic topic, Shopper shopper) {
        switch (topic) {
            case EVENTS -> {
                shopper.does(EventType.PRODUCT_VIEW, "after");
                eventually().untilAsserted(() -> asks("home", shopper).body("items[0].title", containsString("after")));
            }
            case SEGMENTS -> {
                shopper.moves("buyer", Direction.ENTERED, 1);
                shopper.asksForErasure();
                TestRecords.await(
                        Topic.ERASURE_RECEIPTS, 1, record -> shopper.pseudonym().equals(record.key()));
            }
            case ERASURES -> {
                shopper.asksForErasure();
                TestRecords.awaitKey(Topic.ERASURE_RECEIPTS, 1, shopper.pseudonym());
            }
            default -> {
                shopper.consents(3, ConsentStatus.WITHDRAWN);
                eventually().untilAsserted(() -> asks("home", shopper).body("reason.code", equalTo("no-consent")));
            }
        }
    }

    private static List<ConsumerRecord<String, byte[]>> letters(Topic topic, int size) {
        return TestRecords.await(Topic.DEAD_LETTERS, 1, record -> isLetter(record, topic, size));
    }

    private static boolean isLetter(ConsumerRecord<String, byte[]> record, Topic topic, int size) {
        try {
            DeadLetter letter = DeadLetter.parseFrom(record.value());
            return letter.getTopic().equals(topic.topicName()) && letter.getSizeBytes() == size;
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not a dead letter", e);
        }
    }

    private Shopper buyer() {
        Shopper shopper = shoppers.treated("cross-sell");
        shopper.does(EventType.PURCHASE, "milk");
        return shopper;
    }
}
