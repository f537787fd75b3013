package dev.aisle.algorithms.privacy.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The statistical_test of dp-vectors.json, with a seed. */
class LaplaceNoiseTest {
    private static final int DRAWS = 100_000;

    private static double[] draws(long count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] draws = new double[DRAWS];
        Arrays.setAll(draws, i -> Laplace.noised(count, 1, BigDecimal.ONE, random));
        return draws;
    }

    @Test
    void aHundredThousandNoisedCountsOfTenHaveTheMeanAndTheVarianceOfLaplace() {
        double[] draws = draws(10, 20261125);

        double mean = Arrays.stream(draws).average().orElseThrow();
        double variance = Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).sum() / DRAWS;

        assertThat(mean).isCloseTo(10, within(0.02));
        assertThat(variance).isCloseTo(2, within(0.08));
    }

    @Test
    void oneMorePersonChangesNoProbabilityByMoreThanTheFactorPromised() {
        int[] ten = histogram(draws(10, 1));
        int[] eleven = histogram(draws(11, 2));

        for (int bin = 0; bin < ten.length; bin++) {
            double spread = 4 * Math.sqrt(ten[bin] + Math.E * Math.E * eleven[bin] + 1);
            assertThat((double) ten[bin]).as("bin %d", bin).isLessThanOrEqualTo(Math.E * eleven[bin] + spread);
            spread = 4 * Math.sqrt(eleven[bin] + Math.E * Math.E * ten[bin] + 1);
            assertThat((double) eleven[bin]).as("bin %d", bin).isLessThanOrEqualTo(Math.E * ten[bin] + spread);
        }
    }

    /** Halves from 0 to 20; what is outside counts in the first or last bin. */
    private static int[] histogram(double[] draws) {
        int[] bins = new int[40];
        for (double draw : draws) {
            bins[(int) Math.clamp(Math.floor(draw * 2), 0, 39)]++;
        }
        return bins;
    }

    @Test
    void noiseIsOnItsGridSoThatNoGapTellsTheCount() {
        for (double draw : draws(10, 3)) {
            assertThat(draw * Laplace.GRID).isEqualTo(Math.rint(draw * Laplace.GRID));
        }
    }

    @Test
    void everyResultOfOneCountIsAResultOfItsNeighbour() {
        long here = Arrays.stream(draws(10, 4))
                .mapToLong(x -> (long) (x * Laplace.GRID))
                .filter(x -> x % 2 == 0)
                .count();
        long there = Arrays.stream(draws(11, 5))
                .mapToLong(x -> (long) (x * Laplace.GRID))
                .filter(x -> x % 2 == 0)
                .count();

        assertThat((double) here / DRAWS).isCloseTo((double) there / DRAWS, within(0.01));
    }

    @Test
    void aSmallEpsilonMakesMuchNoiseAndOneOutOfRangeIsRefused() {
        SplittableRandom random = new SplittableRandom(6);
        double spread = 0;
        for (int i = 0; i < 10_000; i++) {
            spread += Math.abs(Laplace.noised(0, 1, new BigDecimal("0.1"), random)) / 10_000;
        }

        assertThat(spread).isCloseTo(10, within(0.4));
        assertThatThrownBy(() -> Laplace.noised(1, 1, BigDecimal.ZERO, random))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Laplace.noised(1, 1, new BigDecimal("0.0000001"), random))
                .isInstanceOf(ArithmeticException.class);
    }
}
