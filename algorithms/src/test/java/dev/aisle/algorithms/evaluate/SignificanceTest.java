package dev.aisle.algorithms.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.evaluate.PairedComparison.Pair;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignificanceTest {
    /** Darwin's pairs of plants, crossed less self-fertilised, in eighths of an inch; Fisher 1935, The Design of Experiments, section 21. */
    private static final double[] DARWIN = {49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48};

    @Test
    void fishersCountOfDarwinsPlantsIsMet() {
        // 863 of the 32,768 sign patterns have a sum of 314 or more, and as many one of −314 or less.
        assertThat(SignFlips.p(DARWIN, 1)).isEqualTo(2 * 863 / 32768.0);
    }

    @Test
    void threeDifferencesOfOneSignAreOneQuarter() {
        assertThat(SignFlips.p(new double[] {1, 0, 2, 0, 3}, 1)).isEqualTo(0.25);
        assertThat(SignFlips.p(new double[] {0, 0}, 1)).isEqualTo(1);
        assertThat(SignFlips.p(new double[0], 1)).isEqualTo(1);
    }

    @Test
    void drawnPatternsComeCloseToAllOfThem() {
        // Twice Darwin's plants, then halved: too many for all patterns.
        double[] many =
                IntStream.range(0, 60).mapToDouble(n -> DARWIN[n % 15] - 15).toArray();
        double mean = Arrays.stream(many).average().orElseThrow();
        double squares = Arrays.stream(many).map(d -> d * d).sum();
        // The sum of random signs is nearly normal with the root of the squares as its deviation.
        double z = mean * 60 / Math.sqrt(squares);
        double normal = 2 * (1 - normalDistribution(z));

        assertThat(SignFlips.p(many, 7)).isCloseTo(normal, within(0.02));
        assertThat(SignFlips.p(many, 7)).isEqualTo(SignFlips.p(many, 7));
    }

    /** By Simpson's rule. */
    private static double normalDistribution(double z) {
        int steps = 2_000;
        double width = z / steps;
        double sum = 0;
        for (int n = 0; n <= steps; n++) {
            double weight = n == 0 || n == steps ? 1 : n % 2 == 0 ? 2 : 4;
            sum += weight * Math.exp(-n * width * n * width / 2);
        }
        return 0.5 + sum * width / 3 / Math.sqrt(2 * Math.PI);
    }

    @Test
    void aDifferenceIsFoundAndNoneIsNot() {
        SplittableRandom random = new SplittableRandom(3);
        double[] base = random.doubles(400).toArray();
        double[] better =
                Arrays.stream(base).map(v -> v + random.nextDouble(0, 0.2)).toArray();
        double[] noise =
                Arrays.stream(base).map(v -> v + random.nextDouble(-0.1, 0.1)).toArray();

        List<Pair> pairs = PairedComparison.of(
                List.of(base, better, noise), IntStream.range(0, 400).toArray(), 300, 1);

        assertThat(pairs).hasSize(3);
        assertThat(pairs.get(0).difference().value()).isCloseTo(-0.1, within(0.01));
        assertThat(pairs.get(0).difference().high()).isNegative();
        assertThat(pairs.get(0).adjusted()).isLessThan(0.001);
        assertThat(pairs.get(1).adjusted()).isGreaterThan(0.05);
        assertThat(pairs.get(1).difference().low()).isNegative();
        assertThat(pairs.get(1).difference().high()).isPositive();
    }

    @Test
    void listsOfOnePersonAreNotSoManyWitnesses() {
        // Ten people with forty equal lists each know no more than ten people.
        double[] ofTen = {0.1, -0.05, 0.2, 0.1, -0.1, 0.15, 0.05, 0.1, -0.02, 0.1};
        double[] repeated =
                IntStream.range(0, 400).mapToDouble(n -> ofTen[n % 10]).toArray();
        int[] people = IntStream.range(0, 400).map(n -> n % 10).toArray();

        Pair pair = PairedComparison.of(List.of(repeated, new double[400]), people, 500, 1)
                .getFirst();

        assertThat(pair.p()).isEqualTo(SignFlips.p(ofTen, 1));
        assertThat(pair.difference().high() - pair.difference().low()).isGreaterThan(0.08);
    }

    @Test
    void whereOneHasNoValueThePairIsPassedOver() {
        double[] first = {1, Double.NaN, 1, 1};
        double[] second = {0, 0, Double.NaN, 0};

        Pair pair = PairedComparison.of(List.of(first, second), new int[] {0, 1, 2, 3}, 50, 1)
                .getFirst();

        assertThat(pair.difference().value()).isEqualTo(1);
        assertThat(pair.p()).isEqualTo(0.5);
        assertThat(PairedComparison.of(List.of(new double[] {Double.NaN}, new double[] {1}), new int[] {0}, 50, 1))
                .isEmpty();
    }
}
