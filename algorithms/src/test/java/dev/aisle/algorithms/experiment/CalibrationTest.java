package dev.aisle.algorithms.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.experiment.Cuped.RelativeVariance;
import dev.aisle.algorithms.flags.GrowthBookHash;
import java.util.SplittableRandom;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;

/** Two thousand simulated experiments: what is said to be 5 % is 5 %. */
class CalibrationTest {
    private static final int EXPERIMENTS = 2_000;
    private static final int UNITS = 1_000;
    private static final int LOOKS = 20;
    private static final double ALPHA = 0.05;

    /** Sums as they grow. */
    private static final class Growing {
        private long n;
        private double sum;
        private double squares;

        void add(double value) {
            n++;
            sum += value;
            squares += value * value;
        }

        Arm arm() {
            return Arm.of(new Sums(n, sum, squares));
        }
    }

    /** Revenue: most buy nothing. */
    private static double value(SplittableRandom random, double lift) {
        return random.nextDouble() < 0.3 ? lift * (10 + 4 * random.nextGaussian()) : 0;
    }

    @Test
    void withoutAnEffectAsManyAreFoundAsTheLevelSays() {
        SplittableRandom random = new SplittableRandom(1);
        int fixed = 0;
        int peeked = 0;
        int anytime = 0;
        ConfidenceSequence sequence = new ConfidenceSequence(ALPHA, UNITS, Alternative.TWO_SIDED);
        for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
            Growing control = new Growing();
            Growing treated = new Growing();
            boolean atSomeLook = false;
            boolean bySequence = false;
            Verdict last = new Verdict(0, 0, 1);
            for (int look = 0; look < LOOKS; look++) {
                for (int unit = 0; unit < UNITS / LOOKS; unit++) {
                    control.add(value(random, 1));
                    treated.add(value(random, 1));
                }
                Effect effect = Effect.of(treated.arm(), control.arm(), Difference.ABSOLUTE)
                        .orElseThrow();
                last = FixedHorizon.of(effect, ALPHA, Alternative.TWO_SIDED);
                atSomeLook |= last.p() < ALPHA;
                bySequence |= sequence.of(effect, 2 * control.n).p() < ALPHA;
            }
            fixed += last.p() < ALPHA ? 1 : 0;
            peeked += atSomeLook ? 1 : 0;
            anytime += bySequence ? 1 : 0;
        }
        BinomialDistribution chance = new BinomialDistribution(EXPERIMENTS, ALPHA);
        assertThat(fixed)
                .isBetween(chance.inverseCumulativeProbability(0.001), chance.inverseCumulativeProbability(0.999));
        assertThat(anytime).isLessThanOrEqualTo(chance.inverseCumulativeProbability(0.999));
        assertThat(peeked).as("looking all the time with a fixed test").isGreaterThan(3 * fixed);
    }

    @Test
    void intervalsCoverAKnownEffectAsOftenAsTheySay() {
        SplittableRandom random = new SplittableRandom(2);
        int absolute = 0;
        int relative = 0;
        for (int experiment = 0; experiment < 2 * EXPERIMENTS; experiment++) {
            Growing control = new Growing();
            Growing treated = new Growing();
            for (int unit = 0; unit < UNITS; unit++) {
                control.add(value(random, 1));
                treated.add(value(random, 1.2));
            }
            absolute += covers(treated, control, Difference.ABSOLUTE, 0.6);
            relative += covers(treated, control, Difference.RELATIVE, 0.2);
        }
        assertThat(absolute / (2.0 * EXPERIMENTS)).isCloseTo(0.95, within(0.01));
        assertThat(relative / (2.0 * EXPERIMENTS)).isCloseTo(0.95, within(0.01));
    }

    private static int covers(Growing treated, Growing control, Difference difference, double truth) {
        Verdict verdict = FixedHorizon.of(
                Effect.of(treated.arm(), control.arm(), difference).orElseThrow(), ALPHA, Alternative.TWO_SIDED);
        return verdict.low() <= truth && truth <= verdict.high() ? 1 : 0;
    }

    @Test
    void cupedLeavesTheShareOfTheVarianceThatThePastDoesNotExplain() {
        SplittableRandom random = new SplittableRandom(3);
        double rho = 0.7;
        int found = 0;
        double ratio = 0;
        for (int experiment = 0; experiment < 1_000; experiment++) {
            CovariateSums control = correlated(random, rho);
            CovariateSums treated = correlated(random, rho);
            Effect adjusted = Cuped.of(treated, control, Difference.ABSOLUTE, RelativeVariance.EXACT)
                    .orElseThrow();
            Effect plain = Effect.of(Arm.of(treated.after()), Arm.of(control.after()), Difference.ABSOLUTE)
                    .orElseThrow();
            ratio += adjusted.error() * adjusted.error() / (plain.error() * plain.error()) / 1_000;
            found += FixedHorizon.of(adjusted, ALPHA, Alternative.TWO_SIDED).p() < ALPHA ? 1 : 0;
        }
        assertThat(ratio).isCloseTo(1 - rho * rho, within(0.01));
        assertThat(found / 1_000.0).isCloseTo(ALPHA, within(0.022));
    }

    private static CovariateSums correlated(SplittableRandom random, double rho) {
        Growing after = new Growing();
        Growing before = new Growing();
        double products = 0;
        for (int unit = 0; unit < 500; unit++) {
            double past = random.nextGaussian();
            double now = rho * past + Math.sqrt(1 - rho * rho) * random.nextGaussian();
            before.add(5 + past);
            after.add(10 + now);
            products += (5 + past) * (10 + now);
        }
        return new CovariateSums(
                new Sums(after.n, after.sum, after.squares), new Sums(before.n, before.sum, before.squares), products);
    }

    @Test
    void experimentsDoNotKnowOfEachOther() {
        double[] together = new double[4];
        for (int unit = 0; unit < 40_000; unit++) {
            int one = half("checkout", unit);
            int other = half("ranking", unit);
            together[2 * one + other]++;
        }
        assertThat(SampleRatio.of(together, new double[] {1, 1, 1, 1}).p()).isGreaterThan(0.001);
    }

    private static int half(String seed, int unit) {
        return GrowthBookHash.hash(seed, "u" + unit, 2).orElseThrow() < 0.5 ? 0 : 1;
    }

    @Test
    void shardsMergeInAnyOrderToTheSameSums() {
        SplittableRandom random = new SplittableRandom(4);
        Sums[] shards = new Sums[50];
        for (int shard = 0; shard < shards.length; shard++) {
            Growing growing = new Growing();
            for (int unit = 0; unit < 100; unit++) {
                growing.add(value(random, 1));
            }
            shards[shard] = new Sums(growing.n, growing.sum, growing.squares);
        }
        Sums forward = Sums.NONE;
        Sums backward = Sums.NONE;
        for (int shard = 0; shard < shards.length; shard++) {
            forward = forward.plus(shards[shard]);
            backward = shards[shards.length - 1 - shard].plus(backward);
        }
        assertThat(forward.n()).isEqualTo(backward.n());
        assertThat(forward.sum() / backward.sum()).isCloseTo(1, within(1e-12));
        assertThat(forward.squares() / backward.squares()).isCloseTo(1, within(1e-12));
    }
}
