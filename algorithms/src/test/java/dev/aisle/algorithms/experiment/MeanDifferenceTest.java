package dev.aisle.algorithms.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.customers.Estimate;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hipparchus.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class MeanDifferenceTest {
    private static Sums sums(double[] sample) {
        Sums sums = Sums.NONE;
        for (double one : sample) {
            sums = sums.plus(new Sums(1, one, one * one));
        }
        return sums;
    }

    @Property(tries = 100)
    void sumsSayWhatTheSamplesSayInAnyOrder(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] one = random.doubles(random.nextInt(2, 60), 0, 5).toArray();
        double[] two = random.doubles(random.nextInt(2, 60), 0, 9).toArray();

        MeanDifference found = MeanDifference.of(sums(one), sums(two));

        assertThat(found.p()).isCloseTo(new TTest().tTest(one, two), within(1e-9));
        Estimate interval = found.interval(0.95);
        boolean excludesNothing = interval.low() > 0 || interval.high() < 0;
        assertThat(excludesNothing).isEqualTo(found.p() < 0.05);
    }

    /** R: {@code t.test(x, y)} with 45 of 1000 against 30 of 1000: means .045 and .030, unequal variances. */
    @Test
    void twoProportionsHaveTheirInterval() {
        Estimate interval =
                MeanDifference.of(Sums.ofYes(1_000, 45), Sums.ofYes(1_000, 30)).interval(0.95);

        double error = Math.sqrt(0.045 * 0.955 / 999 + 0.030 * 0.970 / 999);
        assertThat(interval.value()).isCloseTo(0.015, within(1e-12));
        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.9612 * error, within(1e-5));
    }

    @Property(tries = 5)
    void noDifferenceIsSeenInNoneAboutAsOftenAsSaid(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int outside = 0;
        for (int trial = 0; trial < 1_000; trial++) {
            long one = random.doubles(300).filter(draw -> draw < 0.1).count();
            long two = random.doubles(100).filter(draw -> draw < 0.1).count();
            Estimate interval = MeanDifference.of(Sums.ofYes(300, one), Sums.ofYes(100, two))
                    .interval(0.95);
            outside += interval.low() > 0 || interval.high() < 0 ? 1 : 0;
        }
        assertThat(outside).isLessThan(90);
    }

    @Test
    void nothingThatVariesIsNoError() {
        assertThat(MeanDifference.of(Sums.ofYes(20, 0), Sums.ofYes(20, 0)).p()).isEqualTo(1);
        assertThatThrownBy(() -> MeanDifference.of(Sums.ofYes(1, 0), Sums.ofYes(20, 0)))
                .hasMessageContaining("at least two people");
    }
}
