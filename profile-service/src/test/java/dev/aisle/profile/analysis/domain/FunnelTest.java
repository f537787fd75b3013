package dev.aisle.profile.analysis.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.Noise;
import dev.aisle.contracts.events.v1.DeviceClass;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.analysis.domain.disclosure.GuardedNumbers;
import dev.aisle.profile.analysis.domain.disclosure.Withheld;
import dev.aisle.profile.analysis.domain.funnel.FunnelChart;
import dev.aisle.profile.analysis.domain.funnel.FunnelQuestion;
import dev.aisle.profile.analysis.domain.funnel.FunnelTally;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FunnelTest {
    private static final Days NOVEMBER =
            new Days(LocalDate.parse("2026-11-01"), LocalDate.parse("2026-12-01"), ZoneOffset.UTC);
    private static final Instant START = Instant.parse("2026-10-31T20:00:00Z");
    private static final Instant LATER = Instant.parse("2027-06-01T00:00:00Z");

    @Provide
    Arbitrary<List<PersonEvents>> crowd() {
        return People.crowd(START, 30);
    }

    private static FunnelQuestion question(CountBy by, Breakdown breakdown, Duration window) {
        return new FunnelQuestion(
                NOVEMBER,
                List.of(
                        EventCondition.of(EventType.PRODUCT_VIEW),
                        EventCondition.of(EventType.CART_ADD),
                        EventCondition.of(EventType.PURCHASE)),
                window,
                by,
                breakdown);
    }

    private static FunnelTally tally(FunnelQuestion question, List<PersonEvents> crowd) {
        FunnelTally tally = question.begin();
        crowd.forEach(tally::add);
        return tally;
    }

    @Property(tries = 300)
    void whoGotWhereIsWhatTryingEveryChainOfEventsSays(@ForAll("crowd") List<PersonEvents> crowd) {
        for (CountBy by : CountBy.values()) {
            FunnelQuestion question = question(by, Breakdown.NONE, Duration.ofHours(5));
            long[] reached = new long[3];
            for (PersonEvents person : crowd) {
                for (List<PersonEvent> followed : by.split(person.list())) {
                    int furthest = furthest(question, followed, 0, -1, null);
                    for (int step = 0; step <= furthest; step++) {
                        reached[step]++;
                    }
                }
            }

            FunnelTally tally = tally(question, crowd);

            for (int step = 0; step < 3; step++) {
                assertThat(tally.all().reached(step)).isEqualTo(reached[step]);
            }
        }
    }

    /** Tries every chain; the last step that any of them reaches. */
    private static int furthest(FunnelQuestion question, List<PersonEvent> events, int step, int after, Instant begun) {
        int best = step - 1;
        for (int i = after + 1; i < events.size() && step < 3; i++) {
            PersonEvent event = events.get(i);
            boolean fits = question.steps().get(step).holds(event)
                    && (step == 0
                            ? question.days().contains(event.at())
                            : !event.at().isAfter(begun.plus(question.window())));
            if (fits) {
                best = Math.max(best, furthest(question, events, step + 1, i, step == 0 ? event.at() : begun));
            }
        }
        return best;
    }

    @Property(tries = 100)
    void talliesOfPartsJoinToTheTallyOfAll(@ForAll("crowd") List<PersonEvents> crowd) {
        FunnelQuestion question = question(CountBy.SESSION, Breakdown.DEVICE, Duration.ofHours(5));
        int half = crowd.size() / 2;
        FunnelTally second = tally(question, crowd.subList(half, crowd.size()));

        second.join(tally(question, crowd.subList(0, half)));

        assertThat(question.answer(second, People.withoutNoise(question), LATER))
                .isEqualTo(question.answer(tally(question, crowd), People.withoutNoise(question), LATER));
    }

    @Test
    void theTimesAreThoseOfTheAttemptThatBeganLast() {
        FunnelQuestion question = question(CountBy.PERSON, Breakdown.NONE, Duration.ofDays(1));
        FunnelTally tally = question.begin();

        tally.add(People.of(
                People.event(EventType.PRODUCT_VIEW, "2026-11-03T10:00:00Z", "tea"),
                People.event(EventType.PRODUCT_VIEW, "2026-11-03T11:00:00Z", "tea"),
                People.event(EventType.CART_ADD, "2026-11-03T11:10:00Z", "tea"),
                People.event(EventType.PURCHASE, "2026-11-03T11:40:00Z", "tea")));

        // 600 s are between 316 and 1,000, 1,800 s between 1,000 and 3,162.
        assertThat(tally.all().sinceStepBefore(1).count(5)).isEqualTo(1);
        assertThat(tally.all().sinceStepBefore(2).count(6)).isEqualTo(1);
    }

    @Test
    void aStepAtTheEndOfTheWindowCountsAndAMillisecondLaterDoesNot() {
        FunnelQuestion question = question(CountBy.PERSON, Breakdown.NONE, Duration.ofHours(1));

        FunnelTally tally = tally(
                question,
                List.of(
                        People.of(
                                People.event(EventType.PRODUCT_VIEW, "2026-11-03T10:00:00Z", "tea"),
                                People.event(EventType.CART_ADD, "2026-11-03T11:00:00Z", "tea")),
                        People.of(
                                People.event(EventType.PRODUCT_VIEW, "2026-11-03T10:00:00Z", "tea"),
                                People.event(EventType.CART_ADD, "2026-11-03T11:00:00.001Z", "tea"))));

        assertThat(tally.all().reached(0)).isEqualTo(2);
        assertThat(tally.all().reached(1)).isEqualTo(1);
    }

    @Test
    void anAttemptMayEndAfterTheLastDay() {
        FunnelQuestion question = question(CountBy.PERSON, Breakdown.NONE, Duration.ofDays(1));

        FunnelTally tally = tally(
                question,
                List.of(People.of(
                        People.event(EventType.PRODUCT_VIEW, "2026-11-30T23:59:00Z", "tea"),
                        People.event(EventType.CART_ADD, "2026-12-01T08:00:00Z", "tea"))));

        assertThat(question.readUntil()).isEqualTo(Instant.parse("2026-12-02T00:00:00Z"));
        assertThat(tally.all().reached(1)).isEqualTo(1);
    }

    @Test
    void whatFewReachedIsNotToldAndSharesAreOfWhatIsTold() {
        FunnelChart chart = funnel(1_000, 600, 30);

        List<FunnelChart.Step> steps = chart.total().steps();
        assertThat(steps.get(0).count().value()).isEqualTo(1_000);
        assertThat(steps.get(1).ofFirst().value()).isEqualTo(.6);
        assertThat(steps.get(2).count().withheld()).isEqualTo(Withheld.FEWER_THAN_K);
        assertThat(steps.get(2).ofFirst().withheld()).isEqualTo(Withheld.FEWER_THAN_K);
    }

    @Test
    void withNoiseNoStepIsAboveTheOneBeforeAndReadsDiffer() {
        FunnelQuestion question = question(CountBy.PERSON, Breakdown.NONE, Duration.ofDays(1));
        FunnelTally tally = funnelTally(question, 1_000, 1_000, 1_000);
        Set<Double> first = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            Noise noise = new Noise(GuardLevel.DEFAULT, new SplittableRandom(seed));
            FunnelChart chart = question.answer(tally, new GuardedNumbers(noise, question.touched()), LATER);

            List<Double> counts = chart.total().steps().stream()
                    .map(step -> step.count().value())
                    .toList();
            assertThat(counts).isSortedAccordingTo(Comparator.reverseOrder());
            first.add(counts.getFirst());
        }

        assertThat(first).hasSizeGreaterThan(20);
    }

    private static FunnelChart funnel(int views, int carts, int purchases) {
        FunnelQuestion question = question(CountBy.PERSON, Breakdown.NONE, Duration.ofDays(1));
        return question.answer(funnelTally(question, views, carts, purchases), People.withoutNoise(question), LATER);
    }

    private static FunnelTally funnelTally(FunnelQuestion question, int views, int carts, int purchases) {
        FunnelTally tally = question.begin();
        for (int i = 0; i < views; i++) {
            tally.add(person(i < carts, i < purchases, DeviceClass.DESKTOP));
        }
        return tally;
    }

    private static PersonEvents person(boolean cart, boolean purchase, DeviceClass device) {
        Instant at = Instant.parse("2026-11-03T10:00:00Z");
        List<PersonEvent> events =
                new ArrayList<>(List.of(People.event(EventType.PRODUCT_VIEW, at, 1, "tea", device, null)));
        if (cart) {
            events.add(People.event(EventType.CART_ADD, at.plusSeconds(60), 1, "tea", device, null));
        }
        if (purchase) {
            events.add(People.event(EventType.PURCHASE, at.plusSeconds(120), 1, "tea", device, 100L));
        }
        return PersonEvents.of(events);
    }

    @Test
    void groupsThatAreTooSmallAreWhatTheOthersLeaveOfTheTotal() {
        FunnelQuestion question = question(CountBy.PERSON, Breakdown.DEVICE, Duration.ofDays(1));
        FunnelTally tally = question.begin();
        for (int i = 0; i < 1_000; i++) {
            tally.add(person(i < 600, i < 300, DeviceClass.DESKTOP));
        }
        for (int i = 0; i < 150; i++) {
            tally.add(person(true, true, DeviceClass.MOBILE));
            tally.add(person(true, true, DeviceClass.TABLET));
        }

        FunnelChart chart = question.answer(tally, People.withoutNoise(question), LATER);

        assertThat(chart.groups()).extracting(FunnelChart.Group::label).containsExactly("desktop", "(other)");
        assertThat(chart.groups().get(1).steps().getFirst().count().value()).isEqualTo(300);
        assertThat(chart.groups()
                        .getFirst()
                        .steps()
                        .get(1)
                        .secondsSinceBefore()
                        .median()
                        .withheld())
                .isEqualTo(Withheld.ONLY_IN_TOTAL);
    }

    @Test
    void ofOnePersonOnlySoManySessionsCount() {
        FunnelQuestion question = question(CountBy.SESSION, Breakdown.NONE, Duration.ofDays(1));
        List<PersonEvent> events = new ArrayList<>();
        for (int session = 1; session <= 9; session++) {
            Instant at = Instant.parse("2026-11-03T10:00:00Z").plusSeconds(3_600L * session);
            events.add(People.event(EventType.PRODUCT_VIEW, at, session, "tea"));
        }

        FunnelTally tally = tally(question, List.of(PersonEvents.of(events)));

        assertThat(tally.all().reached(0)).isEqualTo(CountBy.MOST_SESSIONS);
    }

    @Test
    void quantilesAreToldWhereEnoughTimesLieOnEachSide() {
        FunnelChart chart = funnel(2_000, 2_000, 60);

        FunnelChart.Times times = chart.total().steps().get(1).secondsSinceBefore();
        assertThat(times.median().value()).isBetween(31.0, 101.0);
        assertThat(times.p25().isTold()).isTrue();
        assertThat(times.p90().withheld()).isEqualTo(Withheld.FEWER_THAN_K);
        assertThat(chart.total().steps().get(2).secondsSinceBefore().median().isTold())
                .isFalse();
    }
}
