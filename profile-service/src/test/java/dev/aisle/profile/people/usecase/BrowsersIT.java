package dev.aisle.profile.people.usecase;

import static dev.aisle.profile.people.TestPeople.erase;
import static dev.aisle.profile.people.TestPeople.grants;
import static dev.aisle.profile.people.TestPeople.grantsAgain;
import static dev.aisle.profile.people.TestPeople.logsIn;
import static dev.aisle.profile.people.TestPeople.person;
import static dev.aisle.profile.people.TestPeople.send;
import static dev.aisle.profile.people.TestPeople.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.Correction;
import dev.aisle.contracts.events.v1.Refinement;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.domain.PersonItem;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody did at a browser before logging in there. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class BrowsersIT {
    @Inject
    EventsOfPeople events;

    @Inject
    ConsentView consents;

    private final String alice = person();
    private final String bob = person();
    private final String tablet = person();

    @BeforeEach
    void everybodyGrants() {
        for (String pseudonym : List.of(alice, bob, tablet)) {
            grants(pseudonym, 1, Purpose.PERSONALIZATION, Purpose.ANALYTICS);
        }
        await().until(() -> List.of(alice, bob, tablet).stream()
                .allMatch(pseudonym -> consents.of(pseudonym).version() == 1));
    }

    @Test
    void earlierEventsOfTheBrowserJoinItsUser() {
        send(view(tablet, "tea"));
        awaitProducts(tablet, "tea");

        logsIn(alice, tablet);

        awaitProducts(alice, "tea");
        assertThat(of(tablet).isEmpty())
                .as("the browser is nobody of its own any more")
                .isTrue();
    }

    @Test
    void theLoginMayBeKnownBeforeWhatWasDoneAtTheBrowser() {
        logsIn(alice, tablet);
        send(view(tablet, "tea"));

        awaitProducts(alice, "tea");
    }

    @Test
    void theSecondCustomerGetsNothingAndTheFirstLosesWhatIsNobodys() {
        send(view(tablet, "tea"));
        logsIn(alice, tablet);
        awaitProducts(alice, "tea");

        logsIn(bob, tablet);
        send(view(bob, "ice"));

        awaitProducts(bob, "ice");
        awaitProducts(tablet, "tea");
        assertThat(products(alice)).isEmpty();
        assertThat(products(bob)).containsExactly("ice");
    }

    @Test
    void aBrowserThatIsNotErasedWithItsCustomerKeepsItsEventsAndNobodyInheritsThem() {
        send(view(tablet, "tea"));
        logsIn(alice, tablet);
        awaitProducts(alice, "tea");

        erase(alice);

        await().untilAsserted(() -> assertThat(of(alice).isEmpty()).isTrue());
        assertThat(products(tablet)).as("it may be under a legal hold").containsExactly("tea");
        logsIn(bob, tablet);
        send(view(bob, "ice"));
        awaitProducts(bob, "ice");
        assertThat(products(bob)).containsExactly("ice");
        assertThat(products(tablet)).containsExactly("tea");
    }

    @Test
    void theErasureOfThePersonIsOfTheCustomerAndOfEachBrowser() {
        send(view(tablet, "tea"));
        logsIn(alice, tablet);
        awaitProducts(alice, "tea");

        erase(alice);
        erase(tablet);

        await().untilAsserted(() -> {
            assertThat(of(alice).isEmpty()).isTrue();
            assertThat(of(tablet).isEmpty()).isTrue();
        });
        logsIn(bob, tablet);
        send(view(bob, "ice"));
        awaitProducts(bob, "ice");
        assertThat(products(bob)).containsExactly("ice");
    }

    @Test
    void erasingTheBrowserTakesItsEventsFromTheCustomer() {
        send(view(tablet, "tea"));
        send(view(alice, "jam"));
        logsIn(alice, tablet);
        awaitProducts(alice, "jam", "tea");

        erase(tablet);

        awaitProducts(alice, "jam");
    }

    @Test
    void thatABrowserIsSharedOutlivesTheErasureOfOne() {
        send(view(tablet, "tea"));
        logsIn(alice, tablet);
        logsIn(bob, tablet);
        awaitProducts(tablet, "tea");
        await().untilAsserted(() -> {
            assertThat(of(alice).isEmpty()).isFalse();
            assertThat(of(bob).isEmpty()).isFalse();
        });

        erase(alice);
        await().untilAsserted(() -> assertThat(of(alice).isEmpty()).isTrue());
        logsIn(bob, tablet);
        send(view(bob, "ice"));

        awaitProducts(bob, "ice");
        assertThat(products(bob)).containsExactly("ice");
    }

    @Test
    void whatTheBrowserRefusesIsNotUsedForItsUser() {
        send(view(tablet, "tea"));
        logsIn(alice, tablet);
        awaitProducts(alice, "tea");

        grantsAgain(tablet, 3, Purpose.PERSONALIZATION, 2);

        await().untilAsserted(() -> assertThat(items(of(alice).usableFor(Purpose.PERSONALIZATION, -1)))
                .isEmpty());
    }

    @Test
    void aRefusalOfTheUserHoldsForWhatTheBrowserBroughtBeforeIt() {
        send(view(tablet, "tea"));
        logsIn(alice, tablet);
        awaitProducts(alice, "tea");

        grantsAgain(alice, 3, Purpose.PERSONALIZATION, 2);
        await().until(() -> consents.of(alice).version() == 3);

        long fence = consents.of(alice).fence(Purpose.PERSONALIZATION);
        assertThat(items(of(alice).usableFor(Purpose.PERSONALIZATION, fence))).isEmpty();
    }

    @Test
    void whatRefineMergedIsNoLogin() {
        send(view(tablet, "tea"));
        send(view(alice, "jam")
                .setAnonymousPseudonym(tablet)
                .setRefinement(Refinement.newBuilder()
                        .addCorrections(Correction.newBuilder().setKind(Correction.Kind.MERGED_PERSON))));

        awaitProducts(alice, "jam");
        awaitProducts(tablet, "tea");
    }

    private void awaitProducts(String pseudonym, String... products) {
        await().untilAsserted(() -> assertThat(products(pseudonym)).containsExactlyInAnyOrder(products));
    }

    private List<String> products(String pseudonym) {
        return items(of(pseudonym));
    }

    private static List<String> items(PersonEvents events) {
        return events.list().stream()
                .map(event -> event.items())
                .flatMap(Collection::stream)
                .map(PersonItem::product)
                .toList();
    }

    private PersonEvents of(String pseudonym) {
        Map<String, PersonEvents> found = events.of(List.of(pseudonym), Instant.EPOCH);
        return found.getOrDefault(pseudonym, PersonEvents.NONE);
    }
}
