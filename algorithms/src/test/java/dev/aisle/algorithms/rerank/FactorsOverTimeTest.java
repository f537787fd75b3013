package dev.aisle.algorithms.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Fading, rhythm of purchases, rise. */
class FactorsOverTimeTest {
    @Property
    void whatWasSeenComesBackTheMoreTheLongerAgo(
            @ForAll @DoubleRange(min = 0, max = 1) double depth,
            @ForAll @DoubleRange(min = 0, max = 400) double age,
            @ForAll @DoubleRange(min = 0, max = 400) double more) {
        Fading fading = new Fading(depth, 7);

        assertThat(fading.factor(age)).isBetween(0.0, 1.0).isLessThanOrEqualTo(fading.factor(age + more));
        assertThat(fading.factor(0)).isCloseTo(1 - depth, within(1e-12));
        assertThat(fading.factor(7)).isCloseTo(1 - depth / 2, within(1e-12));
    }

    @Test
    void aMonthlyPurchaseIsDueAfterAMonth() {
        PurchaseRhythm monthly = PurchaseRhythm.of(new long[] {60, 0, 30, 30, 90});

        assertThat(monthly).isEqualTo(new PurchaseRhythm(30, 3));
        assertThat(monthly.due(20)).isZero();
        assertThat(monthly.due(27)).isCloseTo(0.5, within(1e-12));
        assertThat(monthly.due(30)).isCloseTo(1, within(1e-12));
        assertThat(monthly.due(75)).isCloseTo(0.5, within(1e-12));
        assertThat(monthly.due(90)).isZero();
    }

    @Property
    void oneDayOfPurchasesIsNoRhythm(@ForAll @LongRange(min = 0, max = 9999) long day, @ForAll double age) {
        assertThat(PurchaseRhythm.of(new long[] {day, day}).due(age)).isZero();
    }

    @Property
    void dueIsAShare(@ForAll @Size(max = 9) long[] days, @ForAll @DoubleRange(min = 0, max = 1e6) double age) {
        long[] bounded = java.util.Arrays.stream(days).map(day -> day % 10_000).toArray();

        assertThat(PurchaseRhythm.of(bounded).due(age)).isBetween(0.0, 1.0);
    }

    @Property
    void aRiseNeverLowersAndNeverExceedsItsStrength(
            @ForAll @DoubleRange(min = 0, max = 1e6) double observed,
            @ForAll @DoubleRange(min = 0, max = 1e6) double expected,
            @ForAll @DoubleRange(min = 0, max = 2) double strength) {
        double factor = new Rise(strength).factor(observed, expected);

        assertThat(factor).isBetween(1.0, 1 + strength);
        assertThat(new Rise(strength).factor(observed + 1, expected)).isGreaterThanOrEqualTo(factor);
    }

    /** (9 − 3) / √4 = 3 deviations: half of the strength. */
    @Test
    void threeDeviationsGiveHalfOfTheStrength() {
        assertThat(Rise.deviations(9, 3)).isCloseTo(3, within(1e-12));
        assertThat(new Rise(0.4).factor(9, 3)).isCloseTo(1.2, within(1e-12));
    }
}
