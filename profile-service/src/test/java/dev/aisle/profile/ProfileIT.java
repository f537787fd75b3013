package dev.aisle.profile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.contracts.segments.v1.SegmentChange;
import dev.aisle.contracts.segments.v1.SegmentChange.Direction;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.positions.ConsumedPartition;
import dev.aisle.platform.positions.ConsumerPositions;
import dev.aisle.platform.sealing.PayloadSeals;
import dev.aisle.platform.security.Role;
import dev.aisle.profile.segments.Memberships;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestKeys;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ProfileIT {
    @Inject
    ConsentView consents;

    @Inject
    ConsumerPositions positions;

    @Inject
    PayloadSeals seals;

    @Test
    void whatAConsentingPersonDoesIsInTheProfile() {
        String person = consenting(Purpose.PERSONALIZATION);

        send(person, EventType.PRODUCT_VIEW, "tea");
        send(person, EventType.PRODUCT_VIEW, "ice");

        awaitVersion(person, 2);
        read(person)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("counts", hasEntry("product_view", 2))
                .body("recentProducts", contains("ice", "tea"))
                .body("segments", contains("new-visitor"));
    }

    @Test
    void aSealedEventCountsAsAClearOneAndOneThatNobodyCanOpenStopsNothing() {
        String person = consenting(Purpose.PERSONALIZATION);
        ShopEvent view = event(person, EventType.PRODUCT_VIEW, "tea", 1).toBuilder()
                .setOccurredAt(Timestamps.fromMillis(Instant.now().toEpochMilli() - 1_000))
                .build();
        ShopEvent sealed = sealed(event(person, EventType.PRODUCT_VIEW, "ice", 1), person);
        ShopEvent ofAGoneKey = sealed(event(person, EventType.PRODUCT_VIEW, "gone", 1), "a key that nobody has");

        List.of(view, ofAGoneKey, sealed)
                .forEach(event -> TestRecords.write(Topic.EVENTS, person, event.toByteArray()));

        assertThat(sealed.getItemsList()).isEmpty();
        awaitVersion(person, 2);
        read(person).body("recentProducts", contains("ice", "tea"));
    }

    @Test
    void analyticsAloneReadsCountsButNoTastes() {
        String person = consenting(Purpose.ANALYTICS);

        send(person, EventType.PRODUCT_VIEW, "tea");

        awaitVersion(person, 1);
        read(person)
                .body("counts", hasEntry("product_view", 1))
                .body("tastes", nullValue())
                .body("recentProducts", nullValue());
    }

    @Test
    void withdrawalClosesTheProfileAtOnceAndItLooksLikeNone() {
        String person = consenting(Purpose.PERSONALIZATION);
        send(person, EventType.PRODUCT_VIEW, "tea");
        awaitVersion(person, 1);

        consent(person, 2, Purpose.PERSONALIZATION, ConsentStatus.WITHDRAWN);
        await().until(() -> !consents.allows(person, Purpose.PERSONALIZATION));

        String withdrawn = read(person).statusCode(404).extract().asString();
        String unknown = read(person()).statusCode(404).extract().asString();
        assertThat(withdrawn).isEqualTo(unknown);
    }

    @Test
    void anEventAcceptedBeforeAWithdrawalIsNotFoldedAfterIt() {
        String person = consenting(Purpose.PERSONALIZATION);
        consent(person, 2, Purpose.PERSONALIZATION, ConsentStatus.WITHDRAWN);
        await().until(() -> !consents.allows(person, Purpose.PERSONALIZATION));

        awaitHandled(send(person, EventType.PRODUCT_VIEW, "tea"));
        consent(person, 3, Purpose.PERSONALIZATION, ConsentStatus.GRANTED);
        await().until(() -> consents.allows(person, Purpose.PERSONALIZATION));
        send(person, EventType.PRODUCT_VIEW, "ice");
        awaitVersion(person, 1);

        read(person).body("recentProducts", contains("ice"));
    }

    @Test
    void anEventAcceptedBeforeAWithdrawalIsNotFoldedAfterANewGrant() {
        String person = consenting(Purpose.PERSONALIZATION);
        consent(person, 2, Purpose.PERSONALIZATION, ConsentStatus.WITHDRAWN, 2);
        consent(person, 3, Purpose.PERSONALIZATION, ConsentStatus.GRANTED, 2);
        await().until(() -> consents.of(person).version() == 3);

        send(person, EventType.PRODUCT_VIEW, "tea", 1);
        send(person, EventType.PRODUCT_VIEW, "ice", 3);

        awaitVersion(person, 1);
        read(person).body("recentProducts", contains("ice"));
    }

    @Test
    void theFirstOrderMovesAPersonFromNewVisitorToBuyer() {
        String person = consenting(Purpose.PERSONALIZATION);

        send(person, EventType.PRODUCT_VIEW, "tea");
        send(person, EventType.PURCHASE, "tea");

        List<ConsumerRecord<String, byte[]>> changes = TestRecords.awaitKey(Topic.SEGMENTS, 1, person);
        awaitVersion(person, 2);
        read(person).body("segments", contains("buyer")).body("purchases", equalTo(1));
        SegmentChange first = Memberships.opened(changes.getFirst()).orElseThrow();
        assertThat(first.getPseudonym()).isEqualTo(person);
        await().untilAsserted(() -> assertThat(TestRecords.awaitKey(Topic.SEGMENTS, 1, person))
                .extracting(record -> Memberships.opened(record).orElseThrow())
                .anyMatch(
                        change -> change.getSegmentId().equals("buyer") && change.getDirection() == Direction.ENTERED));
    }

    @Test
    void erasureRemovesTheProfileAndSendsAReceipt() throws InvalidProtocolBufferException {
        String person = consenting(Purpose.PERSONALIZATION);
        send(person, EventType.PRODUCT_VIEW, "tea");
        awaitVersion(person, 1);

        Erasure erasure = Erasure.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setPseudonym(person)
                .setEffectiveAt(now())
                .build();
        TestRecords.write(Topic.ERASURES, person, erasure.toByteArray());

        ErasureReceipt receipt = ErasureReceipt.parseFrom(TestRecords.awaitKey(Topic.ERASURE_RECEIPTS, 1, person)
                .getFirst()
                .value());
        assertThat(receipt.getService()).isEqualTo("profile-service");
        assertThat(receipt.getRemovedMap()).isEqualTo(Map.of("profile", 1L, "events", 1L));
        await().untilAsserted(() -> read(person).statusCode(404));
    }

    @Test
    void whatIsKeptOfAPersonIsExportedForPrivacyServiceAndForNobodyElse() {
        String person = "p1.k1." + UUID.randomUUID().toString().replace("-", "");
        consent(person, 1, Purpose.PERSONALIZATION, ConsentStatus.GRANTED);
        await().until(() -> consents.allows(person, Purpose.PERSONALIZATION));
        send(person, EventType.PRODUCT_VIEW, "tea");
        awaitVersion(person, 1);

        export(person, Role.SERVICE)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("service", equalTo("profile-service"))
                .body("sections[0].records[0].pseudonym", equalTo(person))
                .body("sections.find { it.name == 'events' }.records[0].type", equalTo("product_view"))
                .body("sections.find { it.name == 'events' }.records[0].items[0].product", equalTo("tea"))
                .body("sections[0].fields.purposes.flatten()", hasItem("personalization"));
        export("p1.k1." + "B".repeat(32), Role.SERVICE).statusCode(200).body("sections[0].records", hasSize(0));
        export("email:alice@example.com", Role.SERVICE).statusCode(400);
        for (String role : List.of(Role.STOREFRONT, Role.PRIVACY_OFFICER, Role.OPERATOR, Role.AUDITOR)) {
            export(person, role).statusCode(403);
        }
    }

    private static ValidatableResponse export(String person, String role) {
        return given().auth()
                .oauth2(TestTokens.withRoles(role))
                .get("/v1/subjects/" + person + "/export")
                .then();
    }

    @Test
    void anUnreadableEventGoesToTheDeadLettersAndItsNeighboursAreFolded() {
        String person = consenting(Purpose.PERSONALIZATION);

        send(person, EventType.PRODUCT_VIEW, "tea");
        TestRecords.write(Topic.EVENTS, person, "no protobuf at all".getBytes(StandardCharsets.UTF_8));
        TestRecords.write(Topic.ERASURES, "nobody", "no protobuf at all".getBytes(StandardCharsets.UTF_8));
        send(person, EventType.PRODUCT_VIEW, "ice");

        awaitVersion(person, 2);
        assertThat(TestRecords.await(Topic.DEAD_LETTERS, 2, record -> true)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {Role.MARKETER, Role.ANALYST, Role.OPERATOR, Role.PRIVACY_OFFICER, Role.AUDITOR})
    void aProfileByIdIsForTheStorefrontAndServicesOnly(String role) {
        given().auth()
                .oauth2(TestTokens.withRoles(role))
                .get("/v1/profiles/p1.k1.x")
                .then()
                .statusCode(403);
    }

    @Test
    void withoutATokenNothingIsRead() {
        given().get("/v1/profiles/p1.k1.x").then().statusCode(401);
    }

    private ValidatableResponse read(String person) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .get("/v1/profiles/{pseudonym}", person)
                .then();
    }

    private void awaitVersion(String person, int version) {
        await().untilAsserted(() -> read(person).statusCode(200).body("version", equalTo(version)));
    }

    private String consenting(Purpose purpose) {
        String person = person();
        consent(person, 1, purpose, ConsentStatus.GRANTED);
        await().until(() -> consents.allows(person, purpose));
        return person;
    }

    private static void consent(String person, long version, Purpose purpose, ConsentStatus status) {
        consent(person, version, purpose, status, 0);
    }

    private static void consent(String person, long version, Purpose purpose, ConsentStatus status, long refusedAt) {
        ConsentState state = ConsentState.newBuilder()
                .setPseudonym(person)
                .setVersion(version)
                .addPayloadKeys(TestKeys.of(person))
                .addDecisions(PurposeDecision.newBuilder().setPurpose(purpose).setStatus(status))
                .addFences(PurposeFence.newBuilder().setPurpose(purpose).setVersion(refusedAt))
                .build();
        TestRecords.write(Topic.CONSENTS, person, state.toByteArray());
    }

    private void awaitHandled(RecordMetadata record) {
        ConsumedPartition partition = positions.partition("events", record.topic(), record.partition());
        await().until(() -> positions.lock(partition) > record.offset());
    }

    private RecordMetadata send(String person, EventType type, String product) {
        return send(person, type, product, 1);
    }

    private RecordMetadata send(String person, EventType type, String product, long consentVersion) {
        return TestRecords.write(
                Topic.EVENTS,
                person,
                sealed(event(person, type, product, consentVersion), person).toByteArray());
    }

    /** As refine writes it: under the key of that name. */
    private ShopEvent sealed(ShopEvent event, String key) {
        Consent consent = Consent.of(
                ConsentState.newBuilder().addPayloadKeys(TestKeys.of(key)).build());
        return seals.seal(Topic.EVENTS, event, consent);
    }

    private static ShopEvent event(String person, EventType type, String product, long consentVersion) {
        return ShopEvent.newBuilder()
                .setMessageId(UUID.randomUUID().toString())
                .setPseudonym(person)
                .setType(type)
                .setOccurredAt(now())
                .addItems(Item.newBuilder().setProductId(product).setCategory(product))
                .addGrantedPurposes(Purpose.PERSONALIZATION)
                .addGrantedPurposes(Purpose.ANALYTICS)
                .setConsentVersion(consentVersion)
                .build();
    }

    private static Timestamp now() {
        return Timestamps.fromMillis(Instant.now().toEpochMilli());
    }

    private static String person() {
        return "p1.k1." + UUID.randomUUID();
    }
}
