package dev.aisle.algorithms.customers.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.customers.Estimate;
import dev.aisle.algorithms.customers.PurchaseSpan;
import dev.aisle.algorithms.customers.draws.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplenishmentTest {
    private static final double R = 4;
    private static final double MEAN_DAYS = 30;
    private static final int CUSTOMERS = 3_000;

    /** Each customer's purchase days: the last of them is the one to forecast. */
    private static List<long[]> shop(double k, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<long[]> customers = new ArrayList<>();
        while (customers.size() < CUSTOMERS) {
            double rate = Draws.gamma(random, R) / (MEAN_DAYS * (R - 1) / k);
            double day = 0;
            long[] days = new long[2 + random.nextInt(6)];
            for (int n = 1; n < days.length; n++) {
                day += Math.max(1, Draws.gamma(random, k) / rate);
                days[n] = Math.max(days[n - 1] + 1, Math.round(day));
            }
            customers.add(days);
        }
        return customers;
    }

    private static GapSample sample(List<long[]> customers) {
        GapSample sample = new GapSample();
        customers.forEach(sample::add);
        return sample;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 12})
    void theFitFindsTheRegularity(double k) {
        Replenishment found = Replenishment.fit(sample(shop(k, 1)));

        // Days are whole and none is bought twice, which makes short gaps of chance buyers a little longer.
        assertThat(found.k()).isCloseTo(k, within(0.15 * k));
        assertThat(found.r()).isCloseTo(R, within(0.2 * R));
        assertThat(found.k() * found.alpha() / (found.r() - 1)).isCloseTo(MEAN_DAYS, within(2.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 12})
    void theIntervalHoldsTheNextPurchaseAsOftenAsItSays(double k) {
        Replenishment model = Replenishment.fit(sample(shop(k, 2)));
        int inside = 0;
        int below = 0;
        for (long[] days : shop(k, 3)) {
            GapHistory before = new GapHistory(days.length - 2, days[days.length - 2]);
            double next = days[days.length - 1] - days[days.length - 2];
            Estimate due = model.nextGap(before, 0.8);
            inside += due.low() <= next + 0.5 && next - 0.5 <= due.high() ? 1 : 0;
            below += next < due.value() ? 1 : 0;
        }

        assertThat((double) inside / CUSTOMERS).isBetween(0.77, 0.86);
        assertThat((double) below / CUSTOMERS).isCloseTo(0.5, within(0.04));
    }

    @Test
    void whoIsRegularHasTheirOwnDayAndWhoIsUnknownThatOfAll() {
        Replenishment model = new Replenishment(5, 3, 12);

        Estimate unknown = model.nextGap(GapHistory.NONE, 0.8);
        Estimate known =
                model.nextGap(GapHistory.of(PurchaseSpan.on(0).add(2000).add(1000)), 0.8);
        Estimate often = model.nextGap(new GapHistory(100, 6000), 0.8);

        assertThat(unknown.value()).isBetween(15.0, 35.0);
        assertThat(known.value()).isGreaterThan(500);
        assertThat(often.value()).isBetween(50.0, 60.0);
        assertThat(often.high() - often.low()).isLessThan(70);
    }

    @Property(tries = 300)
    void silenceOnlyMovesTheDayAway(
            @ForAll @DoubleRange(min = 0.3, max = 20) double k,
            @ForAll @DoubleRange(min = 0.3, max = 20) double r,
            @ForAll @DoubleRange(min = 0.1, max = 1000) double alpha,
            @ForAll @LongRange(max = 1_000_000) long gaps,
            @ForAll @DoubleRange(max = 3000) double silence) {
        Replenishment model = new Replenishment(k, r, alpha);
        GapHistory history = gaps == 0 ? GapHistory.NONE : new GapHistory(gaps, gaps * 20.0);

        Estimate fresh = model.nextGap(history, 0.8);
        Estimate late = model.nextGap(history, silence, 0.8);

        assertThat(fresh.low()).isPositive().isLessThanOrEqualTo(fresh.value());
        assertThat(fresh.value()).isLessThanOrEqualTo(fresh.high());
        assertThat(late.low()).isGreaterThanOrEqualTo(silence);
        assertThat(late.value()).isGreaterThanOrEqualTo(fresh.value() * (1 - 1e-6));
        assertThat(model.overdue(history, fresh.value())).isCloseTo(0.5, within(1e-6));
        assertThat(model.overdue(history, silence + 1)).isGreaterThanOrEqualTo(model.overdue(history, silence));
    }

    @Test
    void whatCantBeIsRefused() {
        assertThatThrownBy(() -> Replenishment.fit(new GapSample())).hasMessageContaining("twenty customers");
        assertThatThrownBy(() -> new GapSample().add(new long[] {3, 3})).hasMessageContaining("in order");
        assertThatThrownBy(() -> new GapHistory(1, 0)).hasMessageContaining("gaps:");
        assertThatThrownBy(() -> new Replenishment(0, 1, 1)).hasMessageContaining("k, r, alpha");
        assertThatThrownBy(() -> new Replenishment(1, 1, 1).overdue(GapHistory.NONE, -1))
                .hasMessageContaining("days:");
    }
}
