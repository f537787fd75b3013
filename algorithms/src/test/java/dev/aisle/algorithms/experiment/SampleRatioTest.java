package dev.aisle.algorithms.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

class SampleRatioTest {
    @Test
    void isPearsonsTestWithoutTheArmsThatNobodyIsToBeIn() {
        double expected = new ChiSquareTest().chiSquareTest(new double[] {500, 500}, new long[] {460, 540});

        assertThat(SampleRatio.p(new long[] {460, 7, 540}, new double[] {0.5, 0, 0.5}))
                .isCloseTo(expected, within(1e-12));
        assertThat(SampleRatio.p(new long[] {100, 900}, new double[] {0.1, 0.9}))
                .isEqualTo(1, within(1e-12));
        assertThat(SampleRatio.p(new long[] {3}, new double[] {1})).isEqualTo(1);
        assertThatThrownBy(() -> SampleRatio.p(new long[1], new double[2])).hasMessageContaining("shares");
    }
}
