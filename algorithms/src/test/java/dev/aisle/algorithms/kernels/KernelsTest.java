package dev.aisle.algorithms.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both twins against sums in double precision, at every length from 0 to beyond four vectors of sixteen lanes. */
class KernelsTest {
    private static final int LONGEST = 67;
    private static final int ROWS = 11;
    private static final double ROUNDING = 1e-6;

    private final SplittableRandom random = new SplittableRandom(6);

    static Stream<Arguments> twinsAndLengths() {
        return Stream.of(new ScalarKernels(), new VectorKernels())
                .flatMap(twin -> IntStream.rangeClosed(0, LONGEST).mapToObj(n -> Arguments.of(twin, n)));
    }

    @Test
    void theVectorTwinServesWhereTheTestsRun() {
        assertThat(Kernels.best()).isInstanceOf(VectorKernels.class);
        assertThat(Kernels.best().name()).contains("lanes");
    }

    @ParameterizedTest
    @MethodSource("twinsAndLengths")
    void dotAndAxpyAreThoseOfDoubles(Kernels twin, int n) {
        float[] a = numbers(n + 3);
        float[] b = numbers(n + 5);
        float[] y = b.clone();

        float dot = twin.dot(a, 2, b, 1, n);
        twin.axpy(0.5f, a, 2, y, 1, n);

        double expected = 0;
        for (int i = 0; i < n; i++) {
            expected += (double) a[2 + i] * b[1 + i];
            assertThat(y[1 + i]).isCloseTo((float) (b[1 + i] + 0.5 * a[2 + i]), within((float) ROUNDING));
        }
        assertThat(dot).isCloseTo((float) expected, within((float) (ROUNDING * (1 + n))));
        assertThat(y[0]).isEqualTo(b[0]);
        assertThat(Arrays.copyOfRange(y, 1 + n, y.length)).isEqualTo(Arrays.copyOfRange(b, 1 + n, b.length));
    }

    @ParameterizedTest
    @MethodSource("twinsAndLengths")
    void dotsOfRowsAreDotsWhateverTheRange(Kernels twin, int n) {
        FloatRows rows = new FloatRows(numbers(ROWS * (n + 1)), n, n + 1);
        float[] x = numbers(n);
        float[] all = new float[ROWS];
        float[] some = new float[ROWS];

        twin.dots(rows, 0, ROWS, x, all);
        twin.dots(rows, 3, 8, x, some);

        for (int k = 0; k < ROWS; k++) {
            assertThat(all[k]).isEqualTo(twin.dot(rows.values(), k * rows.stride(), x, 0, n));
            assertThat(some[k]).isEqualTo(k >= 3 && k < 8 ? all[k] : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("twinsAndLengths")
    void multiplesOfRowsAddUp(Kernels twin, int n) {
        FloatRows rows = new FloatRows(numbers(ROWS * n), n, n);
        float[] factors = numbers(ROWS);
        float[] into = new float[n];
        Arrays.fill(into, 1f);

        twin.addMultiples(rows, 1, ROWS, factors, into);

        for (int i = 0; i < n; i++) {
            double expected = 1;
            for (int k = 1; k < ROWS; k++) {
                expected += (double) factors[k] * rows.values()[k * n + i];
            }
            assertThat(into[i]).isCloseTo((float) expected, within((float) (ROUNDING * ROWS)));
        }
    }

    @ParameterizedTest
    @MethodSource("twinsAndLengths")
    void gatheredRowsAreMultiplesOfTheRowsNamed(Kernels twin, int n) {
        FloatRows rows = padded(ROWS, n);
        int[] indexes = {9, 4, 4, 0, 10};
        float[] factors = numbers(4);
        FloatRows into = FloatRows.zeros(4, n);

        twin.gather(rows, indexes, 1, 4, factors, into);

        for (int k = 0; k < 4; k++) {
            for (int i = 0; i < rows.stride(); i++) {
                assertThat(at(into, k, i)).isEqualTo(factors[k] * at(rows, indexes[k + 1], i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("twinsAndLengths")
    void theGramMatrixIsThatOfDoubles(Kernels twin, int n) {
        FloatRows rows = padded(ROWS, n);
        FloatRows gram = FloatRows.zeros(n + 3, n);

        twin.addGram(rows, 2, ROWS, n, gram);
        twin.addGram(rows, 0, 2, n, gram);

        double[][] expected = gram(rows, n);
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                assertThat(at(gram, i, j)).isCloseTo((float) expected[i][j], within((float) (ROUNDING * ROWS)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("twinsAndLengths")
    void theProductOfMatricesIsThatOfDoubles(Kernels twin, int n) {
        FloatRows rows = padded(ROWS, n);
        FloatRows by = padded(n, n);
        FloatRows into = padded(ROWS + 3, n);

        twin.multiply(rows, 1, ROWS, by, into);

        for (int k = 1; k < ROWS; k++) {
            for (int j = 0; j < n; j++) {
                double expected = 0;
                for (int f = 0; f < n; f++) {
                    expected += (double) at(rows, k, f) * at(by, f, j);
                }
                assertThat(at(into, k - 1, j)).isCloseTo((float) expected, within((float) (ROUNDING * (1 + n))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("twinsAndLengths")
    void theSolutionSolvesTheEquations(Kernels twin, int n) {
        FloatRows rows = padded(ROWS, n);
        FloatRows matrix = FloatRows.zeros(n + 3, n);
        for (int i = 0; i < n; i++) {
            matrix.values()[i * matrix.stride() + i] = 1;
        }
        twin.addGram(rows, 0, ROWS, n, matrix);
        float[] b = Arrays.copyOf(numbers(n), matrix.stride());
        float[] x = numbers(matrix.stride());

        boolean positiveDefinite = twin.factor(matrix, n);
        twin.solve(matrix, n, b.clone(), x);

        assertThat(positiveDefinite).isTrue();
        double[][] expected = gram(rows, n);
        for (int i = 0; i < n; i++) {
            double right = x[i];
            for (int j = 0; j < n; j++) {
                right += expected[Math.min(i, j)][Math.max(i, j)] * x[j];
            }
            assertThat(right).isCloseTo(b[i], within(1e-4));
        }
        assertThat(Arrays.copyOfRange(x, n, x.length)).containsOnly(n == x.length ? new float[0] : new float[] {0});
    }

    @ParameterizedTest
    @MethodSource("twinsAndLengths")
    void aMatrixThatIsNotPositiveDefiniteIsRefused(Kernels twin, int n) {
        for (int bad = 0; bad < n; bad++) {
            for (float pivot : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
                FloatRows matrix = FloatRows.zeros(n + 3, n);
                for (int i = 0; i < n; i++) {
                    matrix.values()[i * matrix.stride() + i] = i == bad ? pivot : 2;
                }
                assertThat(twin.factor(matrix, n)).isFalse();
            }
        }
    }

    private float[] numbers(int n) {
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }

    private FloatRows padded(int rows, int width) {
        return rows == 0 || width == 0
                ? FloatRows.zeros(Math.max(1, rows), width)
                : FloatRows.padded(numbers(rows * width), width);
    }

    private static float at(FloatRows rows, int row, int column) {
        return rows.values()[row * rows.stride() + column];
    }

    private static double[][] gram(FloatRows rows, int n) {
        double[][] gram = new double[n][n];
        for (int k = 0; k < ROWS; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    gram[i][j] += (double) at(rows, k, i) * at(rows, k, j);
                }
            }
        }
        return gram;
    }
}
