package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestKeys;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What lies in the log of a person's events, who can read it, and when nobody can any more. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class SealedEventsIT {
    private static final String SECRET = "a-product-that-nobody-else-has";

    private static byte[] bytes(Topic topic, String key) {
        return TestRecords.awaitKey(topic, 1, key).getFirst().value();
    }

    private static String text(byte[] record) {
        return new String(record, StandardCharsets.ISO_8859_1);
    }

    private static ShopEvent record(Topic topic, String key) {
        return Shop.parse(bytes(topic, key));
    }

    @Test
    void thePayloadLiesSealedBehindTheDoorAndBehindRefineAndWhoMayUseItReadsAllOfIt() {
        String customer = Shop.customer();
        String person = Shop.pseudonym(customer);

        Shop.batch(Shop.view(customer, Shop.newId("m"), SECRET)).body("accepted", equalTo(1));
        ShopEvent refined = Shop.refined(person, 1).getFirst();

        for (Topic topic : new Topic[] {Topic.EVENTS_RAW, Topic.EVENTS}) {
            assertThat(record(topic, person).getSealed()).isNotEmpty();
            assertThat(text(bytes(topic, person))).doesNotContain(SECRET, "Tea", "Food");
        }
        assertThat(refined.getItems(0).getProductId()).isEqualTo(SECRET);
        assertThat(refined.getRefinement().getPersonSequence()).isEqualTo(1);
    }

    @Test
    void whatIsKeptOfARefusedEventIsSealedAsWell() throws InvalidProtocolBufferException {
        String customer = Shop.customer();
        String id = Shop.newId("faulty");

        Shop.batch(Rejections.faulty(customer, id)).statusCode(200);

        byte[] record = bytes(Topic.EVENTS_REJECTED, id);
        assertThat(text(record)).doesNotContain("Tea");
        assertThat(RejectedEvent.parseFrom(record).getEvent().getSealed()).isNotEmpty();
        assertThat(Shop.rejected(id).getEvent().getItems(0).getName()).isEqualTo("Tea");
    }

    @Test
    void whoseStateHasNoKeyYetIsWrittenClearAndUsedAsBefore() {
        String customer = Shop.newId("customer");
        String person = Shop.pseudonym(customer);
        Shop.tell(Shop.consent(person, 1, ConsentStatus.GRANTED, Purpose.PERSONALIZATION)
                .build());

        Shop.batch(Shop.view(customer, Shop.newId("m"), SECRET)).body("accepted", equalTo(1));

        assertThat(Shop.refined(person, 1).getFirst().getItems(0).getProductId())
                .isEqualTo(SECRET);
        assertThat(record(Topic.EVENTS, person).getItems(0).getProductId()).isEqualTo(SECRET);
    }

    @Test
    void whatLiesInTheLogOfAnErasedPersonCanNotBeOpenedByAnybody() {
        String customer = Shop.customer();
        String person = Shop.pseudonym(customer);
        Shop.batch(Shop.view(customer, Shop.newId("m"), SECRET)).body("accepted", equalTo(1));
        Shop.refined(person, 1);

        Shop.tell(Shop.consent(person, 2, ConsentStatus.DENIED)
                .setSuppressed(true)
                .build());

        assertThat(Shop.seals().open(Topic.EVENTS_RAW.topicName(), record(Topic.EVENTS_RAW, person)))
                .isEmpty();
        assertThat(Shop.seals().open(Topic.EVENTS.topicName(), record(Topic.EVENTS, person)))
                .isEmpty();
    }

    @Test
    void whoWithdrewEverythingAndGrantsAgainHasAnotherKeyAndTheOldEventsStayShut() {
        String customer = Shop.newId("customer");
        String person = Shop.pseudonym(customer);
        Shop.decide(person, 1, ConsentStatus.GRANTED, Purpose.PERSONALIZATION);
        Shop.batch(Shop.view(customer, Shop.newId("m"), SECRET)).body("accepted", equalTo(1));
        Shop.refined(person, 1);

        PurposeFence.Builder fence =
                PurposeFence.newBuilder().setPurpose(Purpose.PERSONALIZATION).setVersion(2);
        Shop.tell(Shop.consent(person, 2, ConsentStatus.WITHDRAWN, Purpose.PERSONALIZATION)
                .addFences(fence)
                .build());
        Shop.tell(Shop.consent(person, 3, ConsentStatus.GRANTED, Purpose.PERSONALIZATION)
                .addFences(fence)
                .addPayloadKeys(TestKeys.of("another of " + person))
                .build());

        assertThat(Shop.seals().open(Topic.EVENTS.topicName(), record(Topic.EVENTS, person)))
                .isEmpty();
        Shop.batch(Shop.view(customer, Shop.newId("m"), "tea-2")).body("accepted", equalTo(1));
        ShopEvent second = Shop.parse(
                TestRecords.awaitKey(Topic.EVENTS, 2, person).getLast().value());
        assertThat(Shop.opened(Topic.EVENTS, second).getItems(0).getProductId()).isEqualTo("tea-2");
    }

    @Test
    void anEventThatNoKeyOpensIsRefusedByNameAndStopsNothing() {
        String customer = Shop.customer();
        String person = Shop.pseudonym(customer);
        Shop.batch(Shop.view(customer, Shop.newId("m"), SECRET)).body("accepted", equalTo(1));
        ShopEvent taken = Shop.opened(Topic.EVENTS_RAW, record(Topic.EVENTS_RAW, person));
        String id = Shop.newId("shut");

        TestRecords.write(
                Topic.EVENTS_RAW,
                person,
                Shop.sealed(Topic.EVENTS_RAW, taken.toBuilder().setMessageId(id).build(), "a key that nobody has")
                        .toByteArray());
        Shop.batch(Shop.view(customer, Shop.newId("m"), "tea-2")).body("accepted", equalTo(1));

        assertThat(Shop.rejected(id).getCode()).isEqualTo("key-gone");
        assertThat(Shop.refined(person, 2)).hasSize(2);
    }
}
