package dev.aisle.profile.analysis.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.analysis.domain.disclosure.Withheld;
import dev.aisle.profile.analysis.domain.retention.Mark;
import dev.aisle.profile.analysis.domain.retention.RetentionChart;
import dev.aisle.profile.analysis.domain.retention.RetentionQuestion;
import dev.aisle.profile.analysis.domain.retention.RetentionTally;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** The clocks go back on 25 October 2026. */
    private static final Instant START = Instant.parse("2026-10-24T12:00:00Z");

    private static final Instant LATER = Instant.parse("2027-06-01T00:00:00Z");

    @Provide
    Arbitrary<List<PersonEvents>> crowd() {
        return People.crowd(START, 120);
    }

    private static RetentionQuestion question(Mark begin, Mark back, boolean rolling, Granularity granularity) {
        return new RetentionQuestion(
                new Days(LocalDate.parse("2026-10-24"), LocalDate.parse("2026-10-28"), BERLIN),
                begin,
                back,
                granularity,
                rolling,
                3);
    }

    @Property(tries = 200)
    void whoCameBackIsWhatLookingAtEachDaySays(@ForAll("crowd") List<PersonEvents> crowd) {
        for (boolean rolling : List.of(true, false)) {
            for (Mark begin : Mark.values()) {
                RetentionQuestion question = question(begin, Mark.PURCHASE, rolling, Granularity.DAY);
                RetentionTally tally = question.begin();
                crowd.forEach(tally::add);

                assertThat(printed(tally.cohorts())).isEqualTo(printed(naive(crowd, begin, rolling)));
            }
        }
    }

    private static Map<LocalDate, long[]> naive(List<PersonEvents> crowd, Mark begin, boolean rolling) {
        Map<LocalDate, long[]> cohorts = new TreeMap<>();
        for (PersonEvents person : crowd) {
            LocalDate first = null;
            for (PersonEvent event : person.list()) {
                boolean begins = begin == Mark.VISIT || event.type() == EventType.PURCHASE;
                first = first == null && begins ? day(event) : first;
            }
            if (first == null
                    || first.isBefore(LocalDate.parse("2026-10-24"))
                    || !first.isBefore(LocalDate.parse("2026-10-28"))) {
                continue;
            }
            long[] counts = cohorts.computeIfAbsent(first, _ -> new long[4]);
            counts[0]++;
            for (int period = 1; period < 4; period++) {
                LocalDate day = first.plusDays(period);
                boolean back = person.list().stream()
                        .filter(event -> event.type() == EventType.PURCHASE)
                        .anyMatch(event ->
                                rolling ? !day(event).isBefore(day) : day(event).equals(day));
                counts[period] += back ? 1 : 0;
            }
        }
        return cohorts;
    }

    private static LocalDate day(PersonEvent event) {
        return event.at().atZone(BERLIN).toLocalDate();
    }

    private static Map<LocalDate, List<Long>> printed(Map<LocalDate, long[]> cohorts) {
        Map<LocalDate, List<Long>> printed = new TreeMap<>();
        cohorts.forEach((start, counts) ->
                printed.put(start, Arrays.stream(counts).boxed().toList()));
        return printed;
    }

    @ParameterizedTest
    @CsvSource({
        // the day of 25 hours: 24 hours later it is still the same day, 25 hours later the next
        "2026-10-24T22:30:00Z, 2026-10-25T22:30:00Z, 0",
        "2026-10-24T22:30:00Z, 2026-10-25T23:00:00Z, 1",
        // the day of 23 hours
        "2026-03-28T23:00:00Z, 2026-03-29T21:59:59Z, 0",
        "2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z, 1"
    })
    void aDayIsADayHoweverManyHoursItHas(String begun, String back, int period) {
        LocalDate first = Instant.parse(begun).atZone(BERLIN).toLocalDate();
        RetentionQuestion question = new RetentionQuestion(
                new Days(first, first.plusDays(1), BERLIN), Mark.VISIT, Mark.VISIT, Granularity.DAY, false, 2);
        RetentionTally tally = question.begin();

        tally.add(People.of(
                People.event(EventType.PRODUCT_VIEW, begun, "tea"), People.event(EventType.PRODUCT_VIEW, back, "tea")));

        assertThat(tally.cohorts().get(first)[1]).isEqualTo(period);
    }

    @Test
    void monthsAreThoseOfTheCalendar() {
        RetentionQuestion question = new RetentionQuestion(
                new Days(LocalDate.parse("2026-01-31"), LocalDate.parse("2026-02-01"), BERLIN),
                Mark.PURCHASE,
                Mark.PURCHASE,
                Granularity.MONTH,
                false,
                2);
        RetentionTally tally = question.begin();

        tally.add(People.of(
                People.event(EventType.PURCHASE, "2026-01-31T12:00:00Z", "tea"),
                People.event(EventType.PURCHASE, "2026-02-01T12:00:00Z", "tea"),
                People.event(EventType.PURCHASE, "2026-03-31T12:00:00Z", "tea")));

        assertThat(tally.cohorts().get(LocalDate.parse("2026-01-01"))).containsExactly(1, 1, 1);
    }

    @Test
    void whoBeganBeforeTheDaysIsInNoCohort() {
        RetentionQuestion question = question(Mark.VISIT, Mark.VISIT, false, Granularity.DAY);
        RetentionTally tally = question.begin();

        tally.add(People.of(
                People.event(EventType.PRODUCT_VIEW, "2026-08-01T12:00:00Z", "tea"),
                People.event(EventType.PRODUCT_VIEW, "2026-10-25T12:00:00Z", "tea")));

        assertThat(tally.cohorts()).isEmpty();
    }

    @Test
    void aPeriodThatIsNotOverIsNotTold() {
        RetentionChart chart = chart(1_000, 500, Instant.parse("2026-10-26T12:00:00Z"));

        assertThat(chart.cohorts().getFirst().back().get(0).value()).isEqualTo(500);
        assertThat(chart.cohorts().getFirst().back().get(1).withheld()).isEqualTo(Withheld.NOT_OVER_YET);
    }

    @Test
    void whoCameBackIsToldWhenItIsMany() {
        assertThat(chart(1_000, 50, LATER)
                        .cohorts()
                        .getFirst()
                        .back()
                        .getFirst()
                        .withheld())
                .isEqualTo(Withheld.FEWER_THAN_K);
        assertThat(chart(1_000, 800, LATER)
                        .cohorts()
                        .getFirst()
                        .share()
                        .getFirst()
                        .value())
                .isEqualTo(.8);
        assertThat(chart(1_000, 800, LATER).overall().getFirst().value()).isEqualTo(.8);
        assertThat(chart(1_000, 800, LATER).basis().people().value()).isEqualTo(1_000);
    }

    private static RetentionChart chart(int people, int back, Instant asOf) {
        RetentionQuestion question = question(Mark.VISIT, Mark.VISIT, false, Granularity.DAY);
        RetentionTally tally = question.begin();
        for (int i = 0; i < people; i++) {
            PersonEvent first = People.event(EventType.PRODUCT_VIEW, "2026-10-24T10:00:00Z", "tea");
            tally.add(
                    i < back
                            ? People.of(first, People.event(EventType.PRODUCT_VIEW, "2026-10-25T10:00:00Z", "tea"))
                            : People.of(first));
        }
        return question.answer(tally, People.withoutNoise(question), asOf);
    }
}
