package dev.aisle.algorithms.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.privacy.noise.Gaussian;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenyiAccountantTest {
    /** Published: Google's dp-accounting, rdp_privacy_accountant_test, 50 releases with q = 0.01 and σ = 2.5 (Apache-2.0). */
    @ParameterizedTest
    @CsvSource({"5, 2.1808e-03", "50, 2.3846e-02", "100, 1.6742e+02"})
    void theDivergenceOfSampledReleasesIsThePublishedOne(int order, double published) {
        assertThat(50 * RenyiAccountant.divergence(order, 2.5, 0.01))
                .isCloseTo(published, Percentage.withPercentage(0.01));
    }

    /** Derived again: the definition, ln ∫ μ₀ (μ/μ₀)^α / (α−1) with μ the mixture, summed on a fine grid. */
    @ParameterizedTest
    @CsvSource({"2, 1, 0.1", "3, 0.8, 0.5", "8, 2, 0.3", "16, 4, 0.9", "5, 1.5, 1"})
    void theDivergenceIsTheIntegralOfItsDefinition(int order, double noise, double chance) {
        double step = 1e-3;
        double integral = 0;
        for (double x = -40 * noise; x < 40 * noise + order; x += step) {
            double base = Math.exp(-x * x / (2 * noise * noise)) / (noise * Math.sqrt(2 * Math.PI));
            double ratio = 1 - chance + chance * Math.exp((2 * x - 1) / (2 * noise * noise));
            integral += step * base * Math.pow(ratio, order);
        }

        assertThat(RenyiAccountant.divergence(order, noise, chance))
                .isCloseTo(Math.log(integral) / (order - 1), within(1e-6));
    }

    /** The exact ε of k Gaussian releases is that of one with σ/√k (Balle, Wang 2018), which Rényi's bound is above by little. */
    @ParameterizedTest
    @CsvSource({"1, 1", "4, 7", "10, 20", "0.5, 3"})
    void theBoundIsAboveTheExactEpsilonByLessThanATenth(double noise, int releases) {
        double delta = 1e-5;
        double bound = new RenyiAccountant().add(noise, 1, releases).epsilon(delta);

        double exact = exactEpsilon(noise / Math.sqrt(releases), delta);

        assertThat(bound).isBetween(exact, exact * 1.1);
    }

    private static double exactEpsilon(double noise, double delta) {
        double low = 0;
        double high = 1000;
        for (int n = 0; n < 60; n++) {
            double middle = (low + high) / 2;
            if (Gaussian.sigma(1, middle, delta) > noise) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    @Test
    void releasesAddUpInAnyOrderAndSamplingCostsLess() {
        double together = new RenyiAccountant().add(2, 1, 3).add(1, 0.1, 5).epsilon(1e-6);

        assertThat(new RenyiAccountant().add(1, 0.1, 5).add(2, 1, 3).epsilon(1e-6))
                .isEqualTo(together);
        assertThat(new RenyiAccountant().add(2, 1, 3).add(1, 1, 5).epsilon(1e-6))
                .isGreaterThan(together);
        assertThat(new RenyiAccountant().epsilon(1e-6)).isCloseTo(0, within(0.002));
    }

    @Test
    void withoutNoiseNothingIsPromised() {
        assertThat(JointSettings.withoutNoise().epsilon(100, 1e-5)).isInfinite();
        assertThatThrownBy(() -> new RenyiAccountant().add(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
