package dev.aisle.ingest.refine;

import static dev.aisle.ingest.refine.Refining.ADA;
import static dev.aisle.ingest.refine.Refining.BOB;
import static dev.aisle.ingest.refine.Refining.BROWSER;
import static dev.aisle.ingest.refine.Refining.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Correction;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.ingest.v1.PersonLink;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.consent.Consent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who logs in takes the later events of the browser along. */
class MergeTest extends RefineCase {
    @ParameterizedTest
    @EnumSource(names = {"IDENTIFY", "ALIAS", "PRODUCT_VIEW"})
    void laterEventsOfABrowserBelongToWhoWasIdentifiedThere(EventType type) {
        refining.send(BROWSER, "m1", NINE);
        refining.send(Refining.identify(ADA, BROWSER, "m2", NINE).setType(type));
        refining.send(BROWSER, "m3", NINE.plusSeconds(10));

        List<ShopEvent> events = refining.events();
        assertThat(events).extracting(ShopEvent::getPseudonym).containsExactly(BROWSER, ADA, ADA);
        ShopEvent merged = events.getLast();
        assertThat(merged.getAnonymousPseudonym()).isEqualTo(BROWSER);
        assertThat(merged.getRefinement().getPersonSequence()).isEqualTo(2);
        assertThat(merged.getRefinement().getSessionId())
                .isEqualTo(events.get(1).getRefinement().getSessionId());
        assertThat(merged.getRefinement().getCorrectionsList())
                .containsExactly(Correction.newBuilder()
                        .setKind(Correction.Kind.MERGED_PERSON)
                        .setField("pseudonym")
                        .setBefore(BROWSER)
                        .setAfter(ADA)
                        .build());
    }

    @Test
    void oneLinkIsWrittenHoweverOftenBothIdsCome() {
        for (int i = 0; i < 5; i++) {
            refining.send(Refining.identify(ADA, BROWSER, "m" + i, NINE.plusSeconds(i)));
        }

        List<byte[]> records = refining.output(Topic.PERSON_LINKS).readValuesToList();
        assertThat(records).hasSize(1);
    }

    @Test
    void aBrowserThatTwoPeopleUseBelongsToNeither() {
        refining.send(Refining.identify(ADA, BROWSER, "m1", NINE));
        refining.send(BROWSER, "m2", NINE);
        refining.send(Refining.identify(BOB, BROWSER, "m3", NINE));
        refining.send(BROWSER, "m4", NINE);
        refining.send(Refining.identify(ADA, BROWSER, "m5", NINE));
        refining.send(BROWSER, "m6", NINE);

        assertThat(refining.events())
                .extracting(ShopEvent::getPseudonym)
                .containsExactly(ADA, ADA, BOB, BROWSER, ADA, BROWSER);
        PersonLink link = refining.linkTopic().get(BROWSER);
        assertThat(link.getShared()).isTrue();
        assertThat(link.getKnownPseudonym()).isEmpty();
    }

    @Test
    void aMessageIsOneEventUnderWhicheverOfItsTwoPseudonymsItComes() {
        refining.send(Refining.identify(ADA, BROWSER, "m1", NINE));
        refining.send(BROWSER, "m2", NINE);
        refining.send(BROWSER, "m2", NINE);
        refining.send(ADA, "m2", NINE);
        refining.send(ADA, "m3", NINE);
        refining.send(BROWSER, "m3", NINE);

        assertThat(refining.events()).extracting(ShopEvent::getMessageId).containsExactly("m1", "m2", "m3");
    }

    @Test
    void theConsentOfTheKnownPersonDecidesOnAMergedEvent() {
        refining.consents.put(ADA, Refining.granted(7, Purpose.ANALYTICS));
        refining.send(Refining.identify(ADA, BROWSER, "m1", NINE));
        refining.send(BROWSER, "m2", NINE);
        refining.consents.put(ADA, Consent.NONE);
        refining.send(BROWSER, "m3", NINE);

        ShopEvent merged = refining.events().getLast();
        assertThat(merged.getMessageId()).isEqualTo("m2");
        assertThat(merged.getGrantedPurposesList()).containsExactly(Purpose.ANALYTICS);
        assertThat(merged.getConsentVersion()).isEqualTo(7);
        assertThat(refining.rejected()).extracting(RejectedEvent::getCode).containsExactly("withdrawn");
    }

    @Test
    void whatTheBrowserWithdrewIsNotMergedEither() {
        refining.send(Refining.identify(ADA, BROWSER, "m1", NINE));
        refining.consents.put(BROWSER, Consent.NONE);

        refining.send(BROWSER, "m2", NINE);

        assertThat(refining.events()).hasSize(1);
        assertThat(refining.rejected()).extracting(RejectedEvent::getCode).containsExactly("withdrawn");
    }

    @Test
    void withoutAGrantedPurposeThereIsNoNewLink() {
        refining.consents.put(ADA, Consent.NONE);
        refining.send(Refining.identify(ADA, BROWSER, "m1", NINE));
        refining.send(BROWSER, "m2", NINE);

        assertThat(refining.linkTopic()).isEmpty();
        assertThat(refining.events()).extracting(ShopEvent::getPseudonym).containsExactly(BROWSER);
    }

    @Test
    void aSuppressedBrowserIsNotLinked() {
        refining.consents.put(
                BROWSER,
                Consent.of(ConsentState.newBuilder().setSuppressed(true).build()));

        refining.send(Refining.identify(ADA, BROWSER, "m1", NINE));

        assertThat(refining.linkTopic()).isEmpty();
    }

    @Test
    void aMergedEventStaysWhereItIs() {
        refining.send(Refining.identify(ADA, BROWSER, "m1", NINE));
        refining.sendLink(ADA, link(ADA, BOB).toByteArray());
        refining.events();

        refining.send(BROWSER, "m2", NINE);

        assertThat(refining.events()).extracting(ShopEvent::getPseudonym).containsExactly(ADA);
    }

    @Test
    void linksThatNobodyCanReadAreDeadLettersAndChangeNothing() {
        refining.send(Refining.identify(ADA, BROWSER, "m1", NINE));

        refining.sendLink(BROWSER, "garbage".getBytes(StandardCharsets.UTF_8));
        refining.sendLink(BROWSER, link(BROWSER + "2", BOB).toByteArray());
        refining.sendLink(BROWSER, link(BROWSER, "").toByteArray());
        refining.sendLink(null, link(BROWSER, BOB).toByteArray());
        refining.sendLink(null, null);
        refining.send(BROWSER, "m2", NINE);

        assertThat(refining.read(Topic.DEAD_LETTERS, DeadLetter.parser()))
                .hasSize(4)
                .extracting(DeadLetter::getTopic)
                .containsOnly(Topic.PERSON_LINKS.topicName());
        assertThat(refining.events()).extracting(ShopEvent::getPseudonym).containsExactly(ADA, ADA);
    }

    private static PersonLink link(String anonymous, String known) {
        return PersonLink.newBuilder()
                .setAnonymousPseudonym(anonymous)
                .setKnownPseudonym(known)
                .setLinkedAt(Refining.timestamp(NINE))
                .build();
    }
}
