package dev.aisle.algorithms.forecast.ets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.junit.jupiter.api.Test;

class SearchTest {
    /** The example of R's documentation of optim: par 1.000260 1.000506, value 8.825241e-08. */
    @Test
    void theSearchEndsInRosenbrocksValleyWhereRsDoes() {
        double[] found = NelderMead.minimise(SearchTest::rosenbrock, new double[] {-1.2, 1}, 500);

        assertThat(found).containsExactly(new double[] {1.000260, 1.000506}, within(5e-7));
        assertThat(rosenbrock(found)).isCloseTo(8.825241e-08, within(5e-14));
    }

    private static double rosenbrock(double[] x) {
        return 100 * Math.pow(x[1] - x[0] * x[0], 2) + Math.pow(1 - x[0], 2);
    }

    @Test
    void aPlaceThatIsInfiniteIsNeverTheEnd() {
        double[] found =
                NelderMead.minimise(x -> x[0] < 0.5 ? Double.POSITIVE_INFINITY : x[0] * x[0], new double[] {3}, 500);

        assertThat(found[0]).isCloseTo(0.5, within(0.01)).isGreaterThanOrEqualTo(0.5);
    }

    /** The step-down test says of the characteristic polynomial what its roots say. */
    @Property(tries = 1000)
    void admissibleMeansThatNoRootLiesOutside(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double alpha,
            @ForAll @DoubleRange(min = 0, max = 1) double betaShare,
            @ForAll @DoubleRange(min = 0.01, max = 1.5) double gamma,
            @ForAll @DoubleRange(min = 0.8, max = 1) double phi,
            @ForAll @IntRange(min = 2, max = 12) int m) {
        double beta = betaShare * alpha;
        double largest = largestRoot(alpha, beta, gamma, phi, m);

        boolean found = new Admissible(EtsModel.of("AAA", true), m).test(alpha, beta, gamma, phi);

        if (found) {
            assertThat(largest).isLessThan(1 + 1e-6);
        } else if (easy(alpha, beta, gamma, phi, m)) {
            assertThat(largest).isGreaterThan(1 - 1e-6);
        }
    }

    private static boolean easy(double alpha, double beta, double gamma, double phi, int m) {
        return gamma >= Math.max(1 - 1 / phi - alpha, 0)
                && gamma <= 1 + 1 / phi - alpha
                && alpha >= 1 - 1 / phi - gamma * (1 - m + phi + phi * m) / (2 * phi * m)
                && beta >= -(1 - phi) * (gamma / m + alpha);
    }

    private static double largestRoot(double alpha, double beta, double gamma, double phi, int m) {
        double[] ascending = new double[m + 2];
        Arrays.fill(ascending, alpha + beta - alpha * phi);
        ascending[0] = phi * (1 - alpha - gamma);
        ascending[1] = alpha + beta - alpha * phi + gamma - 1;
        ascending[m] = alpha + beta - phi;
        ascending[m + 1] = 1;
        // Roots are the eigenvalues of the companion matrix.
        DMatrixRMaj companion = new DMatrixRMaj(m + 1, m + 1);
        for (int i = 0; i <= m; i++) {
            companion.set(i, m, -ascending[i]);
            if (i > 0) {
                companion.set(i, i - 1, 1);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(m + 1, false);
        assertThat(eigen.decompose(companion)).isTrue();
        return IntStream.range(0, eigen.getNumberOfEigenvalues())
                .mapToDouble(i -> eigen.getEigenvalue(i).getMagnitude())
                .max()
                .orElseThrow();
    }
}
