package dev.aisle.profile.analysis.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.guard.GuardLevel;
import dev.aisle.algorithms.privacy.guard.Noise;
import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.profile.analysis.domain.disclosure.GuardedNumbers;
import dev.aisle.profile.analysis.domain.funnel.FunnelQuestion;
import dev.aisle.profile.analysis.domain.path.PathQuestion;
import dev.aisle.profile.analysis.domain.path.StepLabel;
import dev.aisle.profile.analysis.domain.retention.Mark;
import dev.aisle.profile.analysis.domain.retention.RetentionQuestion;
import dev.aisle.profile.analysis.domain.trend.Measure;
import dev.aisle.profile.analysis.domain.trend.TrendQuestion;
import dev.aisle.profile.people.domain.PersonEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** How much one person changes an analysis: never more than its noise was made for. */
class GuardedAnalysesTest {
    private static final Instant START = Instant.parse("2026-10-24T12:00:00Z");
    private static final Instant LATER = Instant.parse("2027-06-01T00:00:00Z");
    private static final Days DAYS =
            new Days(LocalDate.parse("2026-10-24"), LocalDate.parse("2026-11-10"), ZoneOffset.UTC);

    /** Keeps each number before its noise, in units of what one person adds at most. */
    private static final class Recorded extends GuardedNumbers {
        private final List<Double> numbers = new ArrayList<>();
        private final List<Double> limits = new ArrayList<>();

        Recorded(Question<?> question) {
            super(new Noise(GuardLevel.DEFAULT, new SplittableRandom(1)), question.touched());
        }

        @Override
        public NoisedFigure of(double amount, double most) {
            numbers.add(amount / most);
            limits.add(most);
            return super.of(amount, most);
        }
    }

    @Provide
    Arbitrary<PersonEvents> somebody() {
        return People.anybody(START, 400);
    }

    @Provide
    Arbitrary<List<PersonEvents>> crowd() {
        return People.crowd(START, 400);
    }

    @Provide
    Arbitrary<Question<?>> question() {
        List<Question<?>> all = new ArrayList<>();
        for (CountBy by : CountBy.values()) {
            for (Breakdown breakdown : List.of(Breakdown.NONE, Breakdown.DEVICE, Breakdown.CATEGORY)) {
                all.add(new FunnelQuestion(
                        DAYS,
                        List.of(
                                EventCondition.of(EventType.PRODUCT_VIEW),
                                EventCondition.of(EventType.CART_ADD),
                                EventCondition.of(EventType.PURCHASE)),
                        Duration.ofDays(9),
                        by,
                        breakdown));
            }
            all.add(new PathQuestion(
                    DAYS, EventCondition.of(EventType.CART_ADD), false, 1, by, StepLabel.TYPE_AND_CATEGORY, 10));
        }
        for (boolean rolling : List.of(true, false)) {
            all.add(new RetentionQuestion(DAYS, Mark.VISIT, Mark.VISIT, Granularity.DAY, rolling, 6));
        }
        for (List<String> categories : List.of(List.<String>of(), List.of("(all)"), List.of("tea", "ice"))) {
            all.add(new TrendQuestion(
                    DAYS, Granularity.DAY, categories, List.of(Measure.values()), TrendQuestion.Use.TRENDS, 0));
        }
        return Arbitraries.of(all);
    }

    @Property(tries = 1_000)
    void onePersonChangesAnAnalysisByNoMoreThanItsNoiseWasMadeFor(
            @ForAll("question") Question<?> question,
            @ForAll("crowd") List<PersonEvents> crowd,
            @ForAll("somebody") PersonEvents somebody) {
        assertChange(question, crowd, somebody);
    }

    private static <T extends Tally<T>> void assertChange(
            Question<T> question, List<PersonEvents> crowd, PersonEvents somebody) {
        T tally = question.begin();
        crowd.forEach(tally::add);
        // Somebody like the person is there either way, so that the same numbers are asked for.
        tally.add(somebody);
        Recorded without = new Recorded(question);
        question.answer(tally, without, LATER);
        tally.add(somebody);
        Recorded with = new Recorded(question);
        question.answer(tally, with, LATER);

        assertThat(with.numbers).hasSameSizeAs(without.numbers);
        double squares = 0;
        for (int i = 0; i < with.numbers.size(); i++) {
            if (with.limits.get(i).equals(without.limits.get(i))) {
                squares += Math.pow(with.numbers.get(i) - without.numbers.get(i), 2);
            }
        }
        assertThat(squares).isLessThanOrEqualTo(question.touched() + 1e-9);
    }
}
