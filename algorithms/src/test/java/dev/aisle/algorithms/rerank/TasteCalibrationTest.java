package dev.aisle.algorithms.rerank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TasteCalibrationTest {
    private static final double[] TASTE = {0.5, 0.3, 0.2, 0};

    /** Steck's example: someone with 70 % romance and 30 % action gets three action films among ten, though the best ten are romances. */
    @Test
    void theListIsInTheProportionOfTheHistory() {
        int[] category = IntStream.range(0, 20).map(i -> i < 10 ? 0 : 1).toArray();
        float[] relevance = new float[20];
        IntStream.range(0, 20).forEach(i -> relevance[i] = 1 - i / 20f);

        int[] order = new TasteCalibration(0.99).order(relevance, category, new double[] {0.7, 0.3}, 10);

        assertThat(IntStream.of(order).limit(10).filter(i -> category[i] == 1)).hasSize(3);
    }

    /** 0.7 ln(0.7 / 0.997) + 0.3 ln(0.3 / 0.003), a list of the first category only. */
    @Test
    void theDivergenceIsTheOneOfThePaper() {
        int[] category = {0, 0};

        assertThat(TasteCalibration.divergence(new double[] {0.7, 0.3}, category, new int[] {0, 1}))
                .isCloseTo(0.7 * Math.log(0.7 / 0.997) + 0.3 * Math.log(100), within(1e-12));
    }

    @Property
    void calibrationNeverRaisesTheDivergence(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @IntRange(min = 1, max = 20) int count) {
        RandomCandidates candidates = new RandomCandidates(seed, n);

        double plain = divergence(candidates, 0, count);

        assertThat(divergence(candidates, 1, count)).isLessThanOrEqualTo(plain + 1e-12);
    }

    @Property
    void atFullStrengthThereIsNoBetterList(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 9) int n,
            @ForAll @IntRange(min = 1, max = 4) int count) {
        RandomCandidates candidates = new RandomCandidates(seed, n);
        int size = Math.min(n, count);

        double least = IntStream.range(0, 1 << n)
                .filter(set -> Integer.bitCount(set) == size)
                .mapToDouble(set -> TasteCalibration.divergence(
                        TASTE,
                        candidates.groups(),
                        IntStream.range(0, n).filter(i -> (set >> i & 1) == 1).toArray()))
                .min()
                .orElseThrow();

        assertThat(divergence(candidates, 1, count)).isCloseTo(least, within(1e-9));
    }

    @Property
    void everyCandidateStandsOnce(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @DoubleRange(min = 0, max = 1) double strength) {
        RandomCandidates candidates = new RandomCandidates(seed, n);

        assertThat(new TasteCalibration(strength).order(candidates.relevance(), candidates.groups(), TASTE, n))
                .containsExactlyInAnyOrder(IntStream.range(0, n).toArray());
    }

    private static double divergence(RandomCandidates candidates, double strength, int count) {
        int[] order = new TasteCalibration(strength).order(candidates.relevance(), candidates.groups(), TASTE, count);
        return TasteCalibration.divergence(
                TASTE, candidates.groups(), Arrays.copyOf(order, Math.min(count, order.length)));
    }
}
