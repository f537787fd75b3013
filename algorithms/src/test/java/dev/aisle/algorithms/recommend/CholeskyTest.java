package dev.aisle.algorithms.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.RandomMatrices_DDRM;
import org.junit.jupiter.api.Test;

/** EJML is the reference. */
class CholeskyTest {
    @Property(tries = 200)
    void theSolutionIsThatOfEjml(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n) {
        Random random = new Random(seed);
        DMatrixRMaj a = RandomMatrices_DDRM.symmetricPosDef(n, random);
        DMatrixRMaj b = RandomMatrices_DDRM.rectangle(n, 1, random);
        DMatrixRMaj expected = new DMatrixRMaj(n, 1);
        CommonOps_DDRM.solve(a, b, expected);
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                rows[i][j] = a.get(i, j);
            }
        }
        double[] x = b.data.clone();

        boolean positiveDefinite = Cholesky.factor(rows);
        Cholesky.solve(rows, x);

        assertThat(positiveDefinite).isTrue();
        for (int i = 0; i < n; i++) {
            assertThat(x[i]).isCloseTo(expected.get(i), within(1e-8 * (1 + Math.abs(expected.get(i)))));
        }
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefused() {
        assertThat(Cholesky.factor(new double[][] {{1, 2}, {0, 1}})).isFalse();
        assertThat(Cholesky.factor(new double[][] {{0}})).isFalse();
        assertThat(Cholesky.factor(new double[][] {{Double.NaN}})).isFalse();
    }
}
