package dev.aisle.profile.analysis.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.analysis.domain.disclosure.Disclosure;
import dev.aisle.profile.analysis.domain.path.PathChart;
import dev.aisle.profile.analysis.domain.path.PathChart.Flow;
import dev.aisle.profile.analysis.domain.path.PathQuestion;
import dev.aisle.profile.analysis.domain.path.PathTally;
import dev.aisle.profile.analysis.domain.path.StepLabel;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PathTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2027-06-01T00:00:00Z");
    private static final Days NOVEMBER =
            new Days(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-01"), ZoneOffset.UTC);

    @Provide
    Arbitrary<List<PersonEvents>> crowd() {
        return People.crowd(START, 20);
    }

    private static PathQuestion question(boolean backwards, int depth, CountBy by, int links) {
        return new PathQuestion(
                NOVEMBER, EventCondition.of(EventType.CART_ADD), backwards, depth, by, StepLabel.TYPE, links);
    }

    private static PathChart chart(PathQuestion question, List<PersonEvents> crowd, int k) {
        PathTally tally = question.begin();
        crowd.forEach(tally::add);
        return question.answer(tally, new Disclosure(new KThreshold(k)), LATER);
    }

    @Property(tries = 200)
    void theLinksAreThoseOfThePathsWrittenOut(@ForAll("crowd") List<PersonEvents> crowd) {
        for (boolean backwards : List.of(false, true)) {
            for (CountBy by : CountBy.values()) {
                Map<String, Long> expected = new TreeMap<>();
                for (PersonEvents person : crowd) {
                    by.split(person.list()).forEach(events -> {
                        List<String> path = path(events, backwards, 3);
                        for (int i = 0; i + 1 < path.size(); i++) {
                            expected.merge(i + " " + path.get(i) + " " + path.get(i + 1), 1L, Long::sum);
                        }
                    });
                }
                // Each person thrice, so that with k = 2 everything can be told, and with so many links nothing is
                // folded.
                List<PersonEvents> thrice = new ArrayList<>(crowd);
                thrice.addAll(crowd);
                thrice.addAll(crowd);

                PathChart chart = chart(question(backwards, 3, by, 50), thrice, 2);

                Map<String, Long> told = new TreeMap<>();
                for (Flow flow : chart.links()) {
                    assertThat(flow.target()).isNotEqualTo("(other)");
                    Double value = flow.count().value();
                    assertThat(value).isNotNull();
                    told.put(flow.depth() + " " + flow.source() + " " + flow.target(), Math.round(value / 3));
                }
                assertThat(told).isEqualTo(expected);
            }
        }
    }

    /** A path by hand: from the first cart_add on, without repetitions, cut after the depth, ended by (end). */
    private static List<String> path(List<PersonEvent> events, boolean backwards, int depth) {
        List<String> names = events.stream()
                .map(event -> EventCondition.nameOf(event.type()))
                .toList();
        int anchor = names.indexOf("cart_add");
        if (anchor < 0) {
            return List.of();
        }
        List<String> path = new ArrayList<>();
        List<String> rest = backwards ? names.subList(0, anchor + 1).reversed() : names.subList(anchor, names.size());
        for (String name : rest) {
            if (path.isEmpty() || !path.getLast().equals(name)) {
                path.add(name);
            }
        }
        path.add("(end)");
        return path.subList(0, Math.min(path.size(), depth + 1));
    }

    @Test
    void rareLinksAreFoldedAndTheFoldIsNeverOfFew() {
        List<PersonEvents> crowd = new ArrayList<>();
        add(crowd, 100, EventType.PURCHASE);
        add(crowd, 60, EventType.PRODUCT_VIEW);
        add(crowd, 5, EventType.CHECKOUT);

        PathChart chart = chart(question(false, 1, CountBy.PERSON, 10), crowd, 20);

        // The 5 alone would be told by the sum; so the 60 are folded with them.
        assertThat(chart.links())
                .extracting(Flow::target, flow -> flow.count().value())
                .containsExactly(tuple("purchase", 100.0), tuple("(other)", 65.0));
    }

    @Test
    void whatComesIntoAStepIsNotOfFewBySubtractionFromWhatGoesOut() {
        List<PersonEvents> crowd = new ArrayList<>();
        Instant at = Instant.parse("2026-11-02T10:00:00Z");
        for (int i = 0; i < 165; i++) {
            // 60 by way of a view and 5 by way of a checkout come to a purchase; 100 go to each of the two and end
            // there.
            EventType second = i < 60 || (i >= 65 && i < 125) ? EventType.PRODUCT_VIEW : EventType.CHECKOUT;
            PersonEvent first = People.event(EventType.CART_ADD, at, 1, "tea");
            PersonEvent then = People.event(second, at.plusSeconds(1), 1, "tea");
            crowd.add(
                    i < 65
                            ? People.of(first, then, People.event(EventType.PURCHASE, at.plusSeconds(2), 1, "tea"))
                            : People.of(first, then));
        }

        PathChart chart = chart(question(false, 3, CountBy.PERSON, 10), crowd, 20);

        // From the purchase 65 go on to the end; were view → purchase told (60), checkout → purchase (5) would be too.
        assertThat(chart.links())
                .filteredOn(flow -> flow.depth() == 1)
                .noneMatch(flow -> flow.target().equals("purchase"));
        assertThat(chart.links()).noneMatch(flow -> flow.depth() == 2);
    }

    private static void add(List<PersonEvents> crowd, int people, EventType next) {
        Instant at = Instant.parse("2026-11-02T10:00:00Z");
        for (int i = 0; i < people; i++) {
            crowd.add(People.of(
                    People.event(EventType.CART_ADD, at, 1, "tea"), People.event(next, at.plusSeconds(5), 1, "tea")));
        }
    }
}
