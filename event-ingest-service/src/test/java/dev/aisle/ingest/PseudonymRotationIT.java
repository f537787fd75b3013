package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.google.protobuf.Timestamp;
import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.PseudonymKey;
import dev.aisle.algorithms.privacy.Pseudonymizer;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.PseudonymClaim;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.erasure.ErasedSubjects;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestKeys;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The pseudonym key is changed: the door and refine lose nobody. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class PseudonymRotationIT {
    @Inject
    ConsentView consents;

    @Inject
    ErasedSubjects erased;

    @Test
    void whoIsKnownUnderTheOlderKeyGoesOnThereAndIsClaimed() throws Exception {
        String customer = Shop.newId("customer");
        String before = ofOlderKey(customer);
        Shop.decide(before, 1, ConsentStatus.GRANTED, Purpose.PERSONALIZATION);

        Shop.batch(Shop.view(customer, Shop.newId("m"), "tea-1"))
                .statusCode(200)
                .body("accepted", equalTo(1));

        assertThat(Shop.refined(before, 1)).hasSize(1);
        PseudonymClaim claim = PseudonymClaim.parseFrom(TestRecords.awaitKey(Topic.PSEUDONYM_CLAIMS, 1, before)
                .getFirst()
                .value());
        assertThat(claim.getOldPseudonym()).isEqualTo(before);
        assertThat(claim.getNewPseudonym()).isEqualTo(Shop.pseudonym(customer));
    }

    @Test
    void whoHasMovedIsSeenUnderTheNewPseudonymAndEventsInFlightFollow() throws Exception {
        String customer = Shop.newId("customer");
        String before = ofOlderKey(customer);
        String now = Shop.pseudonym(customer);
        Shop.decide(before, 1, ConsentStatus.GRANTED, Purpose.PERSONALIZATION);
        Shop.batch(Shop.view(customer, Shop.newId("m"), "tea-1")).body("accepted", equalTo(1));
        ShopEvent taken = Shop.opened(
                Topic.EVENTS_RAW,
                Shop.parse(TestRecords.awaitKey(Topic.EVENTS_RAW, 1, before)
                        .getFirst()
                        .value()));
        Shop.refined(before, 1);

        move(before, now);
        String inFlight = Shop.newId("in-flight");
        TestRecords.write(
                Topic.EVENTS_RAW,
                before,
                Shop.sealed(
                                Topic.EVENTS_RAW,
                                taken.toBuilder().setMessageId(inFlight).build(),
                                before)
                        .toByteArray());
        Shop.batch(Shop.view(customer, Shop.newId("m"), "tea-2")).body("accepted", equalTo(1));

        List<ShopEvent> refined = Shop.refined(now, 2);
        assertThat(refined).extracting(ShopEvent::getMessageId).contains(inFlight);
        assertThat(refined.toString()).doesNotContain(before);
    }

    @Test
    void whoWasErasedUnderTheOlderKeyIsSomebodyNewUnderTheActiveOne() {
        String customer = Shop.newId("customer");
        String before = ofOlderKey(customer);
        Shop.decide(before, 1, ConsentStatus.GRANTED, Purpose.PERSONALIZATION);
        Shop.decide(Shop.pseudonym(customer), 1, ConsentStatus.GRANTED, Purpose.PERSONALIZATION);
        erase(before);
        String next = Shop.pseudonymInEpoch(1, customer);

        Shop.batch(Shop.view(customer, Shop.newId("m"), "tea-1")).body("dropped[0].reason", equalTo("no-consent"));
        Shop.decide(next, 1, ConsentStatus.GRANTED, Purpose.PERSONALIZATION);
        Shop.batch(Shop.view(customer, Shop.newId("m"), "tea-1")).body("accepted", equalTo(1));

        assertThat(Shop.refined(next, 1)).hasSize(1);
    }

    @Test
    void whoIsKnownUnderNoKeyGetsTheActiveOne() {
        String customer = Shop.customer();

        Shop.batch(Shop.view(customer, Shop.newId("m"), "tea-1")).body("accepted", equalTo(1));

        assertThat(Shop.refined(Shop.pseudonym(customer), 1)).hasSize(1);
    }

    private static String ofOlderKey(String customer) {
        String previous = ConfigProvider.getConfig().getValue("aisle.pseudonym.previous-keys", String.class);
        return new Pseudonymizer(PseudonymKey.ofHex("k0", previous.substring(3)), "shop")
                .of(IdentifierType.CUSTOMER_ID, customer)
                .value();
    }

    /** What privacy-service writes when the person moves. */
    private void move(String before, String now) {
        Shop.tell(Shop.consent(now, 1, ConsentStatus.GRANTED, Purpose.PERSONALIZATION)
                .addPayloadKeys(TestKeys.of(now))
                .addPayloadKeys(TestKeys.of(before))
                .build());
        ConsentState moved = ConsentState.newBuilder()
                .setPseudonym(before)
                .setTenant("shop")
                .setVersion(2)
                .setSuccessor(now)
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.PERSONALIZATION)
                        .setStatus(ConsentStatus.GRANTED))
                .build();
        TestRecords.write(Topic.CONSENTS, before, moved.toByteArray());
        await().until(() -> consents.standing(before).equals(now));
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
}
