package dev.aisle.algorithms.robust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RobustScaleTest {
    private static final double[] IGLEWICZ_HOAGLIN = {2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3};

    @Test
    void theTwoHighValuesOfASmallSampleStandOutThoughTheyRaiseTheMean() {
        RobustScale scale = RobustScale.of(IGLEWICZ_HOAGLIN);

        assertThat(scale.median()).isCloseTo(2.45, within(1e-12));
        assertThat(scale.mad()).isCloseTo(0.15, within(1e-12));
        assertThat(scale.score(8.2)).isCloseTo(25.856, within(1e-3));
        assertThat(scale.score(2.1)).isCloseTo(-1.574, within(1e-3));
    }

    @Test
    void whenMostValuesAreOneTheMeanDeviationStandsInForTheMad() {
        RobustScale scale = RobustScale.of(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 2});

        assertThat(scale.mad()).isZero();
        assertThat(scale.score(2)).isCloseTo(1 / (1.253314 * 0.1), within(1e-9));
    }

    @Test
    void ofASampleWithOneValueOnlyNothingIsUnusual() {
        assertThat(RobustScale.of(new double[] {7, 7, 7}).score(1_000)).isZero();
    }

    @Test
    void aSampleWithoutValuesOrWithoutFiniteOnesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RobustScale.of(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> RobustScale.of(new double[] {1, Double.NaN}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RobustScale.of(new double[] {Double.NEGATIVE_INFINITY, 1}));
    }

    @Property(tries = 300)
    void theScoreFollowsNeitherShiftNorUnit(
            @ForAll @Size(min = 5, max = 60) List<@DoubleRange(min = -1000, max = 1000) Double> sample,
            @ForAll @DoubleRange(min = -100, max = 100) double shift,
            @ForAll @DoubleRange(min = 0.1, max = 10) double factor) {
        RobustScale scale = RobustScale.of(array(sample));
        RobustScale moved = RobustScale.of(
                array(sample.stream().map(x -> x * factor + shift).toList()));

        Assume.that(scale.mad() > 1e-3);
        double score = scale.score(500);
        assertThat(moved.score(500 * factor + shift)).isCloseTo(score, within(1e-6 * Math.max(1, Math.abs(score))));
    }

    @Property(tries = 300)
    void theOrderOfTheSampleIsOfNoMatterAndTheSampleIsLeftAlone(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = -1000, max = 1000) Double> sample) {
        double[] given = array(sample);
        double[] sorted = array(sample.stream().sorted().toList());

        RobustScale scale = RobustScale.of(given);

        assertThat(given).isEqualTo(array(sample));
        RobustScale other = RobustScale.of(sorted);
        assertThat(scale.median()).isEqualTo(other.median());
        assertThat(scale.mad()).isEqualTo(other.mad());
    }

    @Property(tries = 300)
    void lessThanHalfOfTheSampleCannotMoveTheMedianOutOfTheRest(
            @ForAll @Size(min = 5, max = 40) List<@DoubleRange(min = 1, max = 10) Double> usual,
            @ForAll @DoubleRange(min = 1e3, max = 1e9) double wild) {
        double[] spoilt = Arrays.copyOf(array(usual), usual.size() * 2 - 1);
        Arrays.fill(spoilt, usual.size(), spoilt.length, wild);

        assertThat(RobustScale.of(spoilt).median()).isBetween(1.0, 10.0);
    }

    @Property(tries = 300)
    void theScoreGrowsWithTheValueAndIsZeroAtTheMedian(
            @ForAll @Size(min = 2, max = 40) List<@DoubleRange(min = -10, max = 10) Double> sample,
            @ForAll @DoubleRange(min = -100, max = 100) double a,
            @ForAll @DoubleRange(min = -100, max = 100) double b) {
        RobustScale scale = RobustScale.of(array(sample));

        assertThat(scale.score(Math.max(a, b))).isGreaterThanOrEqualTo(scale.score(Math.min(a, b)));
        assertThat(scale.score(scale.median())).isZero();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
