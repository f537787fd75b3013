package dev.aisle.algorithms.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Values of the reference implementation in R that the tests of confseq state (gostevehoward/confseq @53f1ce8, MIT). */
class MixtureTest {
    private static final double TWO_SIDED = Mixture.bestRho(100, 0.05);
    private static final double ONE_SIDED = Mixture.bestRho(100, 0.1);

    private static void assertMixture(Mixture mixture, double most, double log, double bound) {
        assertThat(mixture.log(10, 100)).isCloseTo(log, within(1e-6));
        assertThat(mixture.bound(100, 0.05, most)).isCloseTo(bound, within(1e-5));
    }

    @Test
    void mixturesAreThoseOfTheReference() {
        double any = Double.POSITIVE_INFINITY;
        assertThat(TWO_SIDED).isCloseTo(12.60056, within(1e-5));
        assertMixture(Mixture.twoSidedNormal(TWO_SIDED), any, -0.6510052, 30.35209);
        assertMixture(Mixture.oneSidedNormal(ONE_SIDED), any, -0.06502391, 27.66071);
        assertMixture(Mixture.gammaExponential(ONE_SIDED, 2), any, -0.2490165, 33.02017);
        assertMixture(Mixture.gammaPoisson(ONE_SIDED, 2), any, -0.06991219, 30.1949);
        assertMixture(Mixture.betaBinomial(TWO_SIDED, 0.2, 0.8, false), 500, -0.6941012, 31.4308);
        assertMixture(Mixture.betaBinomial(ONE_SIDED, 0.2, 0.8, true), 500, -0.07134019, 28.41238);
    }

    @Test
    void otherBoundariesAreThoseOfTheReference() {
        assertThat(new Stitching(10, 3, 1.4, 2).bound(100, 0.05)).isCloseTo(64.48755, within(1e-5));
        assertThat(new Stitching(10, -1, 1.4, 2).bound(100, 0.05)).isCloseTo(28.99389, within(1e-5));
        assertThat(Stitching.zeta(2)).isCloseTo(Math.PI * Math.PI / 6, within(1e-10));
        assertThat(new EmpiricalProcess(100, 0.85).bound(1000, 0.05)).isCloseTo(0.08204769, within(1e-6));
        assertThat(new EmpiricalProcess(100, 0.85).bound(99, 0.05)).isInfinite();
    }

    @Test
    void aRateIsCoveredAtEveryLook() {
        BernoulliSequence sequence = new BernoulliSequence(500, 0.05);
        SplittableRandom random = new SplittableRandom(2);
        int missed = 0;
        for (int run = 0; run < 200; run++) {
            int yes = 0;
            boolean once = false;
            for (int n = 1; n <= 1_000; n++) {
                yes += random.nextDouble() < 0.1 ? 1 : 0;
                once |= sequence.evidence(0.1, yes, n) > Math.log(20);
            }
            missed += once ? 1 : 0;
        }
        assertThat(missed).isLessThan(18);
        assertThat(sequence.interval(100, 1_000)[0]).isBetween(0.06, 0.1);
        assertThat(sequence.interval(100, 1_000)[1]).isBetween(0.1, 0.15);
        assertThat(sequence.interval(0, 10)[0]).isZero();
        assertThat(sequence.interval(0, 0)).containsExactly(0, 1);
    }
}
