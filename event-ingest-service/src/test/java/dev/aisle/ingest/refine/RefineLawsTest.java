package dev.aisle.ingest.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.ingest.v1.PersonLink;
import dev.aisle.ingest.refine.steps.PersonLinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.Size;

/** What holds for every stream, whatever is repeated or swapped in it. */
class RefineLawsTest {
    /** Somebody's event; a browser's when nobody is logged in. */
    record Sent(int person, int browser, int message, int minute) {
        ShopEvent.Builder event() {
            Instant at = Refining.NINE.plusSeconds(60L * minute);
            String anonymous = Refining.BROWSER + browser;
            return person == 0
                    ? Refining.view(anonymous, "m" + message, at)
                    : Refining.view(Refining.ADA + person, "m" + message, at).setAnonymousPseudonym(anonymous);
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void eachMessageComesOutOnceAndEachPersonsSequenceHasNoGap(
            @ForAll("events") @Size(min = 1, max = 40) List<Sent> sent, @ForAll long seed) throws IOException {
        List<Sent> repeated = new ArrayList<>(sent);
        repeated.addAll(sent);
        Collections.shuffle(repeated, new Random(seed));

        List<ShopEvent> refined = refine(repeated);

        assertThat(refined.stream().map(event -> event.getPseudonym() + event.getMessageId()))
                .doesNotHaveDuplicates();
        assertThat(refined.stream().map(ShopEvent::getMessageId).distinct())
                .containsExactlyInAnyOrderElementsOf(sent.stream()
                        .map(event -> "m" + event.message())
                        .distinct()
                        .toList());
        Map<String, Long> last = new HashMap<>();
        for (ShopEvent event : refined) {
            long expected = last.merge(event.getPseudonym(), 1L, Long::sum);
            assertThat(event.getRefinement().getPersonSequence()).isEqualTo(expected);
        }
    }

    @Property(tries = 10, shrinking = ShrinkingMode.BOUNDED)
    void theSameRecordsGiveTheSameEventsAgainFromEmptyStores(@ForAll("events") @Size(min = 1, max = 40) List<Sent> sent)
            throws IOException {
        assertThat(withoutTime(refine(sent))).isEqualTo(withoutTime(refine(sent)));
    }

    @Property(tries = 500)
    void linksAreTheSameInWhateverOrderAndHoweverOftenTheirClaimsAreRead(
            @ForAll("links") @Size(min = 1, max = 8) List<PersonLink> claims, @ForAll long seed) {
        List<PersonLink> again = new ArrayList<>(claims);
        again.addAll(claims);
        Collections.shuffle(again, new Random(seed));

        PersonLink once = claims.stream().reduce(PersonLinks::join).orElseThrow();
        PersonLink other = again.stream().reduce(PersonLinks::join).orElseThrow();

        assertThat(other).isEqualTo(once);
        // What holds, read between the claims from the topic, changes nothing.
        assertThat(claims.stream().reduce(once, PersonLinks::join)).isEqualTo(once);
        long people =
                claims.stream().map(PersonLink::getKnownPseudonym).distinct().count();
        assertThat(once.getShared()).isEqualTo(people > 1);
    }

    @Provide
    Arbitrary<List<Sent>> events() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(0, 200))
                .as(Sent::new)
                .list();
    }

    @Provide
    Arbitrary<List<PersonLink>> links() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(0, 100))
                .as((person, second) -> PersonLinks.claim(
                        Refining.BROWSER, Refining.ADA + person, Refining.timestamp(Refining.NINE.plusSeconds(second))))
                .list();
    }

    private static List<ShopEvent> refine(List<Sent> sent) throws IOException {
        Path state = Files.createTempDirectory("refine-laws");
        try (Refining refining = new Refining(state)) {
            sent.forEach(event -> refining.send(event.event()));
            return refining.events();
        } finally {
            try (Stream<Path> files = Files.walk(state)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static List<ShopEvent> withoutTime(List<ShopEvent> events) {
        return events.stream()
                .map(event -> {
                    ShopEvent.Builder builder = event.toBuilder();
                    builder.getRefinementBuilder().clearRefinedAt();
                    return builder.build();
                })
                .toList();
    }
}
