package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Withdrawal and erasure: what was accepted before is not used after. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class ErasureIT {
    @Inject
    ErasedSubjects erased;

    @Test
    void anErasureIsAnsweredWithWhatWasRemoved() throws InvalidProtocolBufferException {
        String customer = Shop.customer();
        String person = Shop.pseudonym(customer);
        Shop.batch(Shop.view(customer, Shop.newId("a"), "tea-1"), Shop.view(customer, Shop.newId("b"), "tea-2"));
        Shop.refined(person, 2);

        erase(person);

        // The archive writes one of its own.
        ErasureReceipt receipt = ErasureReceipt.parseFrom(TestRecords.await(
                        Topic.ERASURE_RECEIPTS, 1, record -> person.equals(record.key()) && isOfService(record.value()))
                .getFirst()
                .value());
        assertThat(receipt.getRequestId()).isEqualTo("request-of-" + person);
        assertThat(receipt.getRemovedMap()).containsEntry("seen-messages", 2L).containsEntry("histories", 1L);
    }

    @Test
    void whoComesBackAfterAnErasureIsSomebodyNew() {
        String customer = Shop.customer();
        erase(Shop.pseudonym(customer));
        String next = Shop.pseudonymInEpoch(1, customer);
        String item = Shop.view(customer, Shop.newId("after"), "tea-1");

        Shop.batch(item).statusCode(200).body("dropped[0].reason", equalTo("no-consent"));
        Shop.decide(next, 1, ConsentStatus.GRANTED, Purpose.PERSONALIZATION);
        Shop.batch(item).statusCode(200).body("accepted", equalTo(1));

        assertThat(Shop.refined(next, 1).getFirst().getRefinement().getPersonSequence())
                .isEqualTo(1);
    }

    @Test
    void whatHappenedBeforeTheErasureIsDroppedEvenWhenItArrivesAfter() {
        String customer = Shop.customer();
        erase(Shop.pseudonym(customer));
        Shop.decide(Shop.pseudonymInEpoch(1, customer), 1, ConsentStatus.GRANTED, Purpose.PERSONALIZATION);

        Shop.batch("""
                        {"type":"track","event":"Cart Viewed","userId":"%s","timestamp":"%s"}""".formatted(customer, Instant.now().minusSeconds(3600)))
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("dropped[0].reason", equalTo("no-consent"));
    }

    @Test
    void anEventInFlightIsStoppedByAWithdrawal() {
        String person = Shop.pseudonym(Shop.newId("customer"));
        Shop.decide(person, 1, ConsentStatus.WITHDRAWN, Purpose.PERSONALIZATION);
        String messageId = Shop.newId("in-flight");

        TestRecords.write(Topic.EVENTS_RAW, person, acceptedBefore(person, messageId));

        assertThat(Shop.rejected(messageId).getCode()).isEqualTo("withdrawn");
        assertThat(TestRecords.await(Topic.EVENTS, 0, record -> person.equals(record.key())))
                .isEmpty();
    }

    @Test
    void anEventInFlightIsStoppedByAnErasure() {
        String person = Shop.pseudonym(Shop.newId("customer"));
        erase(person);
        String messageId = Shop.newId("in-flight");

        TestRecords.write(Topic.EVENTS_RAW, person, acceptedBefore(person, messageId));

        assertThat(Shop.rejected(messageId).getCode()).isEqualTo("erased");
    }

    private static boolean isOfService(byte[] value) {
        try {
            return ErasureReceipt.parseFrom(value).getService().equals("event-ingest-service");
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not a receipt", e);
        }
    }

    private void erase(String person) {
        Instant now = Instant.now();
        Erasure erasure = Erasure.newBuilder()
                .setRequestId("request-of-" + person)
                .setPseudonym(person)
                .setEffectiveAt(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .build();
        TestRecords.write(Topic.ERASURES, person, erasure.toByteArray());
        await().until(() -> erased.contains(person));
    }

    private static byte[] acceptedBefore(String person, String messageId) {
        Timestamp now = Timestamp.newBuilder()
                .setSeconds(Instant.now().getEpochSecond())
                .build();
        return ShopEvent.newBuilder()
                .setPseudonym(person)
                .setMessageId(messageId)
                .setType(dev.aisle.contracts.events.v1.EventType.CART_VIEW)
                .setOccurredAt(now)
                .setReceivedAt(now)
                .addGrantedPurposes(Purpose.PERSONALIZATION)
                .build()
                .toByteArray();
    }
}
