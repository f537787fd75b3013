package dev.aisle.ingest.refine;

import static dev.aisle.ingest.refine.Refining.ADA;
import static dev.aisle.ingest.refine.Refining.BOB;
import static dev.aisle.ingest.refine.Refining.BROWSER;
import static dev.aisle.ingest.refine.Refining.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.ingest.v1.PersonLink;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left of an erased person: nothing but the mark, and nothing of anybody else is touched. */
class ErasuresTest extends RefineCase {
    @Test
    void anErasureRemovesThePersonsRowsOnlyAndIsAnsweredWithCounts() {
        refining.send(ADA, "m1", NINE);
        refining.send(ADA, "m2", NINE);
        refining.send(ADA + "2", "m1", NINE);

        refining.erase(ADA);
        refining.send(ADA, "m3", NINE);
        refining.send(ADA + "2", "m1", NINE);
        refining.send(ADA + "2", "m2", NINE);

        assertThat(refining.receipts().getFirst().getRemovedMap())
                .containsEntry("seen-messages", 2L)
                .containsEntry("histories", 1L)
                .containsEntry("person-links", 0L);
        assertThat(refining.events()).extracting(ShopEvent::getMessageId).containsExactly("m1", "m2", "m1", "m2");
        assertThat(refining.rejected()).extracting(RejectedEvent::getCode).containsExactly("erased");
    }

    @Test
    void anErasureThatComesAgainIsAnsweredAgain() {
        refining.erase(ADA);
        refining.erase(ADA);

        assertThat(refining.receipts()).hasSize(2);
    }

    @Test
    void theErasureOfAKnownPersonTakesBackEveryLinkThatPointsThere() {
        refining.send(Refining.identify(ADA, BROWSER, "m1", NINE));
        refining.send(Refining.identify(ADA, BROWSER + "2", "m2", NINE));
        refining.send(Refining.identify(BOB, BROWSER + "3", "m3", NINE));

        refining.erase(ADA);
        refining.send(BROWSER, "m4", NINE);
        refining.send(BROWSER + "3", "m5", NINE);

        assertThat(refining.receipts().getFirst().getRemovedMap()).containsEntry("person-links", 2L);
        assertThat(refining.linkTopic()).containsOnlyKeys(BROWSER + "3");
        assertThat(refining.events()).extracting(ShopEvent::getPseudonym).containsExactly(ADA, ADA, BOB, BROWSER, BOB);
    }

    @Test
    void theErasureOfAnAnonymousPersonTakesBackItsOwnLink() {
        refining.send(Refining.identify(ADA, BROWSER, "m1", NINE));

        refining.erase(BROWSER);
        refining.sendLink(BROWSER, claim(ADA).toByteArray());

        assertThat(refining.receipts().getFirst().getRemovedMap()).containsEntry("person-links", 1L);
        assertThat(refining.linkTopic()).isEmpty();
    }

    @Test
    void thatABrowserIsSharedOutlivesTheErasureOfOneOfItsPeopleAndNamesNobody() {
        refining.send(Refining.identify(ADA, BROWSER, "m1", NINE));
        refining.send(Refining.identify(BOB, BROWSER, "m2", NINE));

        refining.erase(ADA);
        refining.send(BROWSER, "m3", NINE);

        PersonLink link = refining.linkTopic().get(BROWSER);
        assertThat(link.getShared()).isTrue();
        assertThat(link.getKnownPseudonym()).isEmpty();
        assertThat(refining.events()).extracting(ShopEvent::getPseudonym).containsExactly(ADA, BOB, BROWSER);
    }

    @Test
    void aClaimForAPersonWhoIsErasedMeanwhileLinksNothing() {
        refining.erased.add(ADA);

        refining.sendLink(BROWSER, claim(ADA).toByteArray());
        refining.send(BROWSER, "m1", NINE);

        assertThat(refining.linkTopic()).isEmpty();
        List<ShopEvent> events = refining.events();
        assertThat(events).extracting(ShopEvent::getPseudonym).containsExactly(BROWSER);
        assertThat(lateLogIns()).isEqualTo(1);
    }

    @Test
    void aLogInThatIsReadAfterTheErasureOfItsCustomerIsCountedSinceItsBrowserStays() {
        refining.erased.add(ADA);

        refining.send(Refining.identify(ADA, BROWSER, "m1", NINE));
        refining.send(ADA, "m2", NINE);

        assertThat(refining.linkTopic()).isEmpty();
        assertThat(lateLogIns()).as("of the two the log-in").isEqualTo(1);
    }

    private double lateLogIns() {
        return refining.meters.get("aisle.refine.late.log.ins").counter().count();
    }

    private static PersonLink claim(String known) {
        return PersonLink.newBuilder()
                .setAnonymousPseudonym(BROWSER)
                .setKnownPseudonym(known)
                .setLinkedAt(Refining.timestamp(NINE))
                .build();
    }
}
