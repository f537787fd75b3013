package dev.aisle.algorithms.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BetaArmsTest {
    /** Two arms have a closed form: Evan Miller, "Formulas for Bayesian A/B testing". */
    @Test
    void theChanceOfTwoArmsIsThatOfTheClosedForm() {
        BetaArms arms = new BetaArms(new long[] {3, 5}, new long[] {20, 20}, 1, 1);
        double closed = 0;
        for (int i = 0; i <= 5; i++) {
            closed += Math.exp(logBeta(4 + i, 18 + 16) - Math.log(16 + i) - logBeta(1 + i, 16) - logBeta(4, 18));
        }

        assertThat(arms.best()[1]).isCloseTo(closed, within(1e-9));
        assertThat(arms.best()[0]).isCloseTo(1 - closed, within(1e-9));
    }

    private static double logBeta(double a, double b) {
        return org.hipparchus.special.Beta.logBeta(a, b);
    }

    @Test
    void chancesOfManyArmsSumToOneAndTheBestLosesLeast() {
        BetaArms arms = new BetaArms(new long[] {100, 120, 119, 80}, new long[] {1_000, 1_000, 1_000, 1_000}, 1, 1);

        double[] best = arms.best();
        double[] loss = arms.expectedLoss();

        assertThat(Arrays.stream(best).sum()).isCloseTo(1, within(1e-9));
        assertThat(best[1]).isGreaterThan(best[2]);
        assertThat(loss[1]).isLessThan(loss[2]);
        assertThat(loss[3]).isGreaterThan(0.03);
        assertThat(arms.intervals(0.95)[0][0]).isLessThan(0.1);
        assertThat(arms.means()[0]).isCloseTo(101.0 / 1002, within(1e-12));
    }

    @Test
    void anArmThatNobodySawIsLikelierThePriorsThanTheBest() {
        BetaArms arms = new BetaArms(new long[] {0, 0}, new long[] {0, 0}, 1, 1);

        assertThat(arms.best()).containsExactly(new double[] {0.5, 0.5}, within(1e-9));
    }
}
