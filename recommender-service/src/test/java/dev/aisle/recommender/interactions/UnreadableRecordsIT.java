package dev.aisle.recommender.interactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.exposures.v1.ExposedItem;
import dev.aisle.contracts.exposures.v1.Exposure;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class UnreadableRecordsIT {
    @Inject
    Catalogue catalogue;

    @Inject
    InteractionRepository interactions;

    @Inject
    AgroalDataSource dataSource;

    @Test
    void unreadableEventsGoToTheDeadLettersAndTheirNeighboursGoThrough() {
        String person = Written.willingPerson();
        byte[] nullCharacter =
                event(person, "a\0b", Written.now(), UUID.randomUUID().toString());
        byte[] endOfTime = event(
                person, "tea", Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build(), "id");
        byte[] identifier = event(
                "jane@example.org", "tea", Written.now(), UUID.randomUUID().toString());
        byte[] longId = event(person, "tea", Written.now(), "x".repeat(100_000));
        List<byte[]> bad = List.of(garbage(), new byte[0], nullCharacter, endOfTime, identifier, longId);

        bad.forEach(value -> TestRecords.write(Topic.EVENTS, person, value));
        Written.viewed(person, "tea-1");

        TrainedShop.awaitHistory(person);
        assertThat(lettersOf(Topic.EVENTS, bad.size())).hasSizeGreaterThanOrEqualTo(bad.size());
    }

    @Test
    void aSealedEventCountsAsAClearOneAndOneThatNobodyCanOpenStopsNothing() {
        String person = Written.willingPerson();
        ShopEvent.Builder clear = Written.newEvent(person, EventType.PRODUCT_VIEW, "tea-1");
        ShopEvent event =
                Written.newEvent(person, EventType.PRODUCT_VIEW, "ice-1").build();
        ShopEvent sealed = Written.sealed(event, person);

        Written.writes(clear);
        Written.writes(Written.sealed(event, "a key that nobody has").toBuilder());
        Written.writes(sealed.toBuilder());

        assertThat(sealed.getItemsList()).isEmpty();
        await().untilAsserted(() -> assertThat(interactions.historyOf(person, 0, 10))
                .extracting(PastInteraction::productId)
                .containsExactlyInAnyOrder("ice-1", "tea-1"));
    }

    @Test
    void unreadableProductsGoToTheDeadLettersAndTheirNeighboursGoThrough() {
        String id = "product-" + UUID.randomUUID();
        TestRecords.write(Topic.CATALOG, id, garbage());
        TestRecords.write(
                Topic.CATALOG,
                id,
                Written.product("another", "Key differs").build().toByteArray());
        TestRecords.write(
                Topic.CATALOG,
                id,
                Written.product(id, "Null\0character").build().toByteArray());
        Written.sold(Written.product(id, "Good"));

        await().until(() -> catalogue.get(id) != null);
        assertThat(catalogue.get(id).title()).isEqualTo("Good");
        assertThat(lettersOf(Topic.CATALOG, 3)).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void unreadableErasuresGoToTheDeadLettersAndTheirNeighboursGoThrough() throws InvalidProtocolBufferException {
        String person = Written.willingPerson();
        TestRecords.write(Topic.ERASURES, Written.person(), garbage());
        Written.erased(person);

        ConsumerRecord<String, byte[]> receipt =
                TestRecords.awaitKey(Topic.ERASURE_RECEIPTS, 1, person).getFirst();

        assertThat(ErasureReceipt.parseFrom(receipt.value()).getRemovedMap()).isEmpty();
        assertThat(lettersOf(Topic.ERASURES, 1)).isNotEmpty();
    }

    @Test
    void unreadableExposuresGoToTheDeadLettersAndTheirNeighboursAreKeptOnce() {
        String person = Written.willingPerson();
        Written.viewed(person, "tea-1");
        TrainedShop.awaitHistory(person);
        byte[] good = Exposure.newBuilder()
                .setExposureId(UUID.randomUUID().toString())
                .setPseudonym(person)
                .setPlacement("home")
                .addItems(ExposedItem.newBuilder().setProductId("tea-1").setPosition(1))
                .build()
                .toByteArray();

        TestRecords.write(Topic.EXPOSURES, person, garbage());
        TestRecords.write(Topic.EXPOSURES, person, good);
        TestRecords.write(Topic.EXPOSURES, person, good);

        await().until(() -> exposuresOf(person) > 0);
        assertThat(exposuresOf(person)).isEqualTo(1);
        assertThat(lettersOf(Topic.EXPOSURES, 1)).isNotEmpty();
    }

    @Test
    void anUnreadableConsentDenies() {
        String person = Written.willingPerson();
        Written.viewed(person, "tea-1");
        TrainedShop.awaitHistory(person);

        TestRecords.write(Topic.CONSENTS, person, garbage());

        await().until(() -> "NO_CONSENT"
                .equals(TrainedShop.recommend(Map.of("subject", person))
                        .extract()
                        .path("reason")));
        assertThat(lettersOf(Topic.CONSENTS, 1)).isNotEmpty();
    }

    private static byte[] garbage() {
        return "no message of anybody".getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] event(String person, String productId, Timestamp time, String id) {
        return Written.newEvent(person, EventType.PRODUCT_VIEW, productId)
                .setOccurredAt(time)
                .setMessageId(id)
                .build()
                .toByteArray();
    }

    private static List<ConsumerRecord<String, byte[]>> lettersOf(Topic topic, int count) {
        return TestRecords.await(
                Topic.DEAD_LETTERS, count, record -> topicOf(record).equals(topic.topicName()));
    }

    private static String topicOf(ConsumerRecord<String, byte[]> record) {
        try {
            return DeadLetter.parseFrom(record.value()).getTopic();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not a dead letter", e);
        }
    }

    private int exposuresOf(String person) {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("select count(*) from exposure where pseudonym = ?")) {
            query.setString(1, person);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException e) {
            throw new AssertionError("the query is right", e);
        }
    }
}
