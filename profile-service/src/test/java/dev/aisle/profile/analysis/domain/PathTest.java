package dev.aisle.profile.analysis.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.aisle.contracts.events.v1.EventType;
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

    private static PathChart chart(PathQuestion question, List<PersonEvents> crowd) {
        PathTally tally = question.begin();
        crowd.forEach(tally::add);
        return question.answer(tally, People.withoutNoise(question), LATER);
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
                // So many of each that everything can be told, and with so many links nothing is folded.
                PathQuestion question = question(backwards, 3, by, 50);
                PathChart chart =
                        question.answer(People.manyTimes(question, crowd, 12), People.withoutNoise(question), LATER);

                Map<String, Long> told = new TreeMap<>();
                for (Flow flow : chart.links()) {
                    assertThat(flow.target()).isNotEqualTo("(other)");
                    Double value = flow.count().value();
                    assertThat(value).isNotNull();
                    told.put(flow.depth() + " " + flow.source() + " " + flow.target(), Math.round(value / 4_096));
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
    void rareLinksAreFoldedAndSoAreThoseBeyondTheMostFrequent() {
        List<PersonEvents> crowd = new ArrayList<>();
        add(crowd, 1_000, EventType.PURCHASE);
        add(crowd, 600, EventType.PRODUCT_VIEW);
        add(crowd, 50, EventType.CHECKOUT);

        assertThat(chart(question(false, 1, CountBy.PERSON, 10), crowd).links())
                .extracting(Flow::target, flow -> flow.count().value())
                .containsExactly(tuple("purchase", 1_000.0), tuple("product_view", 600.0));
        assertThat(chart(question(false, 1, CountBy.PERSON, 1), crowd).links())
                .extracting(Flow::target, flow -> flow.count().value())
                .containsExactly(tuple("purchase", 1_000.0), tuple("(other)", 650.0));
    }

    private static void add(List<PersonEvents> crowd, int people, EventType next) {
        Instant at = Instant.parse("2026-11-02T10:00:00Z");
        for (int i = 0; i < people; i++) {
            crowd.add(People.of(
                    People.event(EventType.CART_ADD, at, 1, "tea"), People.event(next, at.plusSeconds(5), 1, "tea")));
        }
    }
}
