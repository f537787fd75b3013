package dev.aisle.profile.people.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.common.v1.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whose the events of a browser are, in whatever order its log-ins become known. */
class HouseholdTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @Provide
    Arbitrary<List<Browser>> logins() {
        return Combinators.combine(
                        Arbitraries.of("alice", "bob", "carol"),
                        Arbitraries.longs().between(1, 9),
                        Arbitraries.longs().between(0, 1_000))
                .as((known, version, seconds) -> new Browser("tablet", known, version, NOON.plusSeconds(seconds)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<PersonEvent>> events() {
        return Histories.events();
    }

    @Property
    void theOrderOfLoginsDoesNotMatter(@ForAll("logins") List<Browser> logins, @ForAll Random random) {
        Browser inOrder = logins.stream().reduce(Browser::join).orElseThrow();
        List<Browser> shuffled = new ArrayList<>(logins);
        shuffled.addAll(logins);
        Collections.shuffle(shuffled, random);

        assertThat(shuffled.stream().reduce(Browser::join)).contains(inOrder);
        assertThat(inOrder.known() == null)
                .isEqualTo(logins.stream().map(Browser::known).distinct().count() > 1);
    }

    @Property
    void aJoinIsTheUnionOfTheSets(
            @ForAll("events") List<PersonEvent> ofAlice, @ForAll("events") List<PersonEvent> ofTablet) {
        Household household = new Household(List.of(new Browser("tablet", "alice", 3, NOON)));
        Map<String, PersonEvents> own = Map.of("alice", PersonEvents.of(ofAlice), "tablet", PersonEvents.of(ofTablet));

        Map<String, PersonEvents> joined = household.join(own, (_, event) -> event.purposes());

        PersonEvents carried = PersonEvents.of(PersonEvents.of(ofTablet).list().stream()
                .map(event -> event.under(event.purposes(), 3))
                .toList());
        assertThat(joined).isEqualTo(Map.of("alice", PersonEvents.of(ofAlice).with(carried.list())));
    }

    @Property
    void theSecondCustomerOfASharedBrowserGetsNothingOfTheFirst(
            @ForAll("events") List<PersonEvent> ofAlice, @ForAll("events") List<PersonEvent> ofTablet) {
        Browser shared = new Browser("tablet", "alice", 3, NOON).join(new Browser("tablet", "bob", 2, NOON));
        Map<String, PersonEvents> own = Map.of(
                "alice", PersonEvents.of(ofAlice), "bob", PersonEvents.NONE, "tablet", PersonEvents.of(ofTablet));

        Map<String, PersonEvents> joined = new Household(List.of(shared)).join(own, (_, event) -> event.purposes());

        assertThat(joined).isEqualTo(own);
    }

    @Test
    void anEventOfABrowserMayBeUsedForWhatBothAllow() {
        PersonEvent event = Histories.event().sample().under(Set.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION), 9);
        Household household = new Household(List.of(new Browser("tablet", "alice", 3, NOON)));

        PersonEvents joined = household
                .join(Map.of("tablet", PersonEvents.of(List.of(event))), (_, _) -> Set.of(Purpose.PERSONALIZATION))
                .getOrDefault("alice", PersonEvents.NONE);

        assertThat(joined.usableFor(Purpose.PERSONALIZATION, 2).size()).isEqualTo(1);
        assertThat(joined.usableFor(Purpose.ANALYTICS, 2).isEmpty()).isTrue();
        assertThat(joined.usableFor(Purpose.PERSONALIZATION, 3).isEmpty())
                .as("alice refused since she logged in there")
                .isTrue();
    }
}
