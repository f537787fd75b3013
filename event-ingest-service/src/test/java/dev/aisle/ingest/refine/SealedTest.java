package dev.aisle.ingest.refine;

import static dev.aisle.ingest.refine.Refining.ADA;
import static dev.aisle.ingest.refine.Refining.BROWSER;
import static dev.aisle.ingest.refine.Refining.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.aisle.algorithms.privacy.envelope.SubjectKey;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PayloadKey;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.sealing.PayloadSeals;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refine between two sealed topics: each person's events under that person's key, and nothing of them clear in between. */
class SealedTest {
    private Refining refining;
    private PayloadSeals seals;

    @BeforeEach
    void start(@TempDir Path state) {
        refining = new Refining(state);
        refining.consents.put(ADA, withKey());
        refining.consents.put(BROWSER, withKey());
        seals = Refining.SEALS.asking(person -> refining.consents.getOrDefault(person, Consent.NONE), _ -> false);
    }

    @AfterEach
    void stop() {
        refining.close();
    }

    private static Consent withKey() {
        WrappedKey key = Refining.SEALING_KEYS.wrap(SubjectKey.random(new SecureRandom()));
        return Consent.of(ConsentState.newBuilder()
                .setVersion(1)
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.ANALYTICS)
                        .setStatus(ConsentStatus.GRANTED))
                .addPayloadKeys(PayloadKey.newBuilder()
                        .setSealingKey(key.masterKeyId())
                        .setWrapped(ByteString.copyFrom(key.bytes())))
                .build());
    }

    private void send(ShopEvent.Builder event) {
        Consent consent = refining.consents.getOrDefault(event.getPseudonym(), Consent.NONE);
        refining.send(seals.seal(Topic.EVENTS_RAW, event.build(), consent).toBuilder());
    }

    private void send(String person, String messageId, Instant at) {
        send(Refining.view(person, messageId, at));
    }

    private List<ShopEvent> opened(Topic topic) {
        return refining.read(topic, ShopEvent.parser()).stream()
                .peek(event -> assertThat(event.getItemsList()).isEmpty())
                .map(event -> seals.open(topic.topicName(), event).orElseThrow())
                .toList();
    }

    @Test
    void aSealedEventIsRefinedAndSealedForItsTopic() {
        send(ADA, "m1", NINE);

        ShopEvent refined = opened(Topic.EVENTS).getFirst();
        assertThat(refined.getItems(0).getProductId()).isEqualTo("tea");
        assertThat(refined.getRefinement().getPersonSequence()).isEqualTo(1);
    }

    @Test
    void aMergedEventLiesUnderTheKeyOfTheKnownPersonInBothTopics() {
        send(Refining.identify(ADA, BROWSER, "m1", NINE));
        send(BROWSER, "m2", NINE);

        assertThat(opened(Topic.EVENTS_RAW)).extracting(ShopEvent::getPseudonym).containsExactly(ADA);
        ShopEvent merged = opened(Topic.EVENTS).getLast();
        assertThat(merged.getPseudonym()).isEqualTo(ADA);
        assertThat(merged.getAnonymousPseudonym()).isEqualTo(BROWSER);
        assertThat(merged.getItems(0).getProductId()).isEqualTo("tea");
    }

    @Test
    void ofAKnownPersonWhoHasNoKeyAnyMoreNothingIsWrittenInClear() {
        send(Refining.identify(ADA, BROWSER, "m1", NINE));
        refining.consents.put(ADA, Consent.NONE);
        send(BROWSER, "m2", NINE);

        assertThat(refining.read(Topic.EVENTS_RAW, ShopEvent.parser())).isEmpty();
        assertThat(refining.rejected()).extracting(RejectedEvent::getCode).containsExactly("withdrawn");
    }

    @Test
    void anEventOfThePseudonymOfAnOlderKeyFollowsUnderTheKeyItHasNow() {
        refining.consents.put(BROWSER, refining.consents.get(ADA));
        refining.moved.put(BROWSER, ADA);

        send(BROWSER, "m1", NINE);

        ShopEvent refined = opened(Topic.EVENTS).getFirst();
        assertThat(refined.getPseudonym()).isEqualTo(ADA);
        assertThat(refined.getItems(0).getProductId()).isEqualTo("tea");
    }

    @Test
    void whatNoKeyOpensIsRefusedAndTheNextGoesOn() {
        ShopEvent.Builder shut =
                seals.seal(Topic.EVENTS_RAW, Refining.view(ADA, "m1", NINE).build(), withKey()).toBuilder();

        refining.send(shut);
        send(ADA, "m2", NINE);

        assertThat(refining.rejected()).extracting(RejectedEvent::getCode).containsExactly("key-gone");
        assertThat(opened(Topic.EVENTS)).extracting(ShopEvent::getMessageId).containsExactly("m2");
    }
}
