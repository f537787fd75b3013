package dev.aisle.ingest.refine;

import static dev.aisle.ingest.refine.Refining.ADA;
import static dev.aisle.ingest.refine.Refining.BOB;
import static dev.aisle.ingest.refine.Refining.FAILING;
import static dev.aisle.ingest.refine.Refining.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.ingest.refine.memory.SeenMessages;
import dev.aisle.platform.consent.Consent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which events go on: once, readable, allowed. */
class EventsTest extends RefineCase {
    @Test
    void aMessageThatComesAgainWithin24HoursIsOneEvent() {
        refining.send(ADA, "m1", NINE);
        refining.send(ADA, "m1", NINE.plus(Duration.ofHours(23)));
        refining.send(ADA, "m2", NINE.plus(Duration.ofHours(23)));

        assertThat(refining.events()).extracting(ShopEvent::getMessageId).containsExactly("m1", "m2");
    }

    @Test
    void anEventGoesOnWithTheTraceThatItCameWith() {
        String traceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        refining.sendTraced(Refining.view(ADA, "m1", NINE), traceParent);
        refining.send(ADA, "m2", NINE);

        List<String> traces = refining.output(Topic.EVENTS).readRecordsToList().stream()
                .map(record -> record.headers().lastHeader("traceparent"))
                .map(header -> header == null ? "none" : new String(header.value(), StandardCharsets.UTF_8))
                .toList();
        assertThat(traces).containsExactly(traceParent, "none");
    }

    @Test
    void everyRawEventIsCountedByWhatBecameOfIt() {
        refining.send(ADA, "m1", NINE);
        refining.send(ADA, "m1", NINE);
        refining.consents.put(BOB, Consent.NONE);
        refining.send(BOB, "m2", NINE);
        refining.sendRaw(ADA, "no event".getBytes(StandardCharsets.UTF_8));

        assertThat(List.of(
                        refining.counted("refined"),
                        refining.counted("duplicate"),
                        refining.counted("rejected"),
                        refining.counted("unreadable"),
                        refining.counted("merged")))
                .containsExactly(1.0, 1.0, 1.0, 1.0, 0.0);
    }

    @Test
    void theSameIdOfAnotherPersonIsAnotherMessage() {
        refining.send(ADA, "m1", NINE);
        refining.send(BOB, "m1", NINE);

        assertThat(refining.events()).hasSize(2);
    }

    @Test
    void afterADayTheSameIdIsANewMessage() {
        refining.send(ADA, "m1", NINE);
        refining.send(ADA, "m1", NINE.plus(Duration.ofHours(24)));

        assertThat(refining.events()).hasSize(2);
    }

    @Test
    void anOrderThatComesAgainUnderAnotherMessageIdIsOneOrder() {
        refining.send(order(ADA, "m1", "A-1", NINE));
        refining.send(order(ADA, "m2", "A-1", NINE.plus(Duration.ofDays(29))));
        refining.send(order(ADA, "m3", "A-2", NINE.plus(Duration.ofDays(29))));
        refining.send(order(BOB, "m4", "A-1", NINE.plus(Duration.ofDays(29))));
        refining.send(order(ADA, "m5", "", NINE.plus(Duration.ofDays(29))));
        refining.send(order(ADA, "m6", "", NINE.plus(Duration.ofDays(29))));
        refining.send(order(ADA, "m7", "A-1", NINE.plus(Duration.ofDays(29))).setType(EventType.REFUND));

        assertThat(refining.events())
                .extracting(ShopEvent::getMessageId)
                .containsExactlyInAnyOrder("m1", "m3", "m4", "m5", "m6", "m7");
        assertThat(refining.counted("duplicate")).isEqualTo(1.0);
        assertThat(refining.rejected())
                .extracting(RejectedEvent::getMessageId, RejectedEvent::getCode)
                .containsExactly(tuple("m2", "told-again"));
    }

    @Test
    void messagesAreForgottenAfterADay() {
        refining.send(ADA, "m1", NINE);
        refining.send(ADA, "m2", NINE.plus(Duration.ofHours(25)));

        refining.driver.advanceWallClockTime(Duration.ofMinutes(2));

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void ordersAreForgottenAfterThirtyDays() {
        refining.send(order(ADA, "m1", "A-1", NINE));
        refining.send(ADA, "m2", NINE.plus(Duration.ofDays(29)));
        refining.driver.advanceWallClockTime(Duration.ofMinutes(2));
        assertThat(rows()).isEqualTo(2);

        refining.send(ADA, "m3", NINE.plus(Duration.ofDays(31)));
        refining.driver.advanceWallClockTime(Duration.ofMinutes(2));

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void whoWithdrewEverythingSinceTheDoorIsNotPassedOn() {
        refining.consents.put(ADA, Consent.NONE);

        refining.send(ADA, "m1", NINE);

        assertThat(refining.events()).isEmpty();
        RejectedEvent rejected = refining.rejected().getFirst();
        assertThat(rejected.getCode()).isEqualTo("withdrawn");
        assertThat(rejected.hasEvent()).isFalse();
    }

    @Test
    void whatWasLetInBeforeAWithdrawalIsNotPassedOnAfterANewGrant() {
        refining.consents.put(ADA, Refining.grantedAgain(3, 2, Purpose.ANALYTICS, Purpose.PERSONALIZATION));

        refining.send(ADA, "m1", NINE);
        refining.send(Refining.view(ADA, "m3", NINE).setConsentVersion(3));

        assertThat(refining.events()).extracting(ShopEvent::getMessageId).containsExactly("m3");
        assertThat(refining.rejected().getFirst().getCode()).isEqualTo("withdrawn");
    }

    @Test
    void anEventThatOvertookItsConsentWaitsForIt() {
        refining.consents.put(ADA, Consent.NONE);
        refining.coming.put(ADA, Refining.granted(1, Purpose.ANALYTICS, Purpose.PERSONALIZATION));

        refining.send(ADA, "m1", NINE);

        assertThat(refining.rejected()).isEmpty();
        assertThat(refining.events()).extracting(ShopEvent::getMessageId).containsExactly("m1");
    }

    @Test
    void aPurposeThatWasWithdrawnSinceTheDoorIsTakenOff() {
        refining.consents.put(ADA, Refining.granted(2, Purpose.ANALYTICS));

        refining.send(ADA, "m1", NINE);

        assertThat(refining.events().getFirst().getGrantedPurposesList()).containsExactly(Purpose.ANALYTICS);
    }

    @Test
    void aPurposeThatWasWithdrawnSinceTheDoorTakesItsFieldsWithIt() {
        refining.consents.put(ADA, Refining.granted(2, Purpose.PERSONALIZATION));
        ShopEvent.Builder event = Refining.view(ADA, "m1", NINE);
        event.getContextBuilder().setReferrerDomain("search.example").setPagePath("/tea");

        refining.send(event);

        ShopEvent refined = refining.events().getFirst();
        assertThat(refined.getContext().getReferrerDomain()).isEmpty();
        assertThat(refined.getContext().getPagePath()).isEqualTo("/tea");
        assertThat(refined.getMinimisedFieldsList()).isNotEmpty();
    }

    @Test
    void whatNobodyCanReadIsADeadLetterAndTheNextEventGoesOn() {
        refining.sendRaw(ADA, "garbage".getBytes(StandardCharsets.UTF_8));
        refining.sendRaw("another", Refining.view(ADA, "m1", NINE).build().toByteArray());
        refining.sendRaw(ADA, null);
        refining.sendErasure(BOB, "garbage".getBytes(StandardCharsets.UTF_8));
        refining.send(ADA, "m2", NINE);

        assertThat(refining.events()).extracting(ShopEvent::getMessageId).containsExactly("m2");
        List<DeadLetter> letters = refining.read(Topic.DEAD_LETTERS, DeadLetter.parser());
        assertThat(letters).hasSize(3).extracting(DeadLetter::getTopic).containsOnly(Topic.EVENTS_RAW.topicName());
        assertThat(refining.rejected()).hasSize(3);
    }

    @Test
    void aFailureOfOurOwnIsADeadLetterAndTheNextEventGoesOn() {
        refining.send(FAILING, "m1", NINE);
        refining.send(ADA, "m2", NINE);

        assertThat(refining.events()).extracting(ShopEvent::getMessageId).containsExactly("m2");
        assertThat(refining.read(Topic.DEAD_LETTERS, DeadLetter.parser()))
                .extracting(DeadLetter::getReason)
                .containsExactly("refine failed: IllegalStateException");
    }

    /** Whoever mends us replays the dead letter: it must not look like a repetition then. */
    @Test
    void whatFailedIsNotRememberedAsSeen() {
        refining.send(FAILING, "m1", NINE);
        refining.send(FAILING, "m1", NINE.plusSeconds(60));

        assertThat(refining.read(Topic.DEAD_LETTERS, DeadLetter.parser())).hasSize(2);
    }

    private long rows() {
        return refining.driver.getKeyValueStore(SeenMessages.NAME).approximateNumEntries();
    }

    private static ShopEvent.Builder order(String person, String message, String order, Instant at) {
        return Refining.view(person, message, at)
                .setType(EventType.PURCHASE)
                .setOrder(Order.newBuilder().setOrderId(order));
    }
}
