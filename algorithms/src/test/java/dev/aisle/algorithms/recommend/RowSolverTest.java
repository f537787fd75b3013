package dev.aisle.algorithms.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.kernels.FloatRows;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of every length against EJML, in the axes before the turn and after. */
class RowSolverTest {
    private static final int ITEMS = 300;
    private static final ImplicitAls.Ridge RIDGE = new ImplicitAls.Ridge(0.02f, 0.05f, 1f);

    @ParameterizedTest
    @CsvSource({"1", "2", "6", "16", "17", "40", "64"})
    void anExactRowIsTheSolutionOfEjml(int rank) {
        Interactions rows = rowsOfAllLengths();
        FloatRows given = factors(rank);
        double[][] gram = Gram.of(given, RIDGE.unobserved(), 2);
        Turn turn = Turn.of(gram);
        FloatRows turned = FloatRows.padded(given.compact().clone(), rank);
        turn.apply(turned, 2);
        FloatRows into = FloatRows.zeros(rows.userCount(), rank);
        RowSolver solver = RowSolver.of(AlsSolver.EXACT, rank);

        for (int row = 0; row < rows.userCount(); row++) {
            solver.solve(new AlsSide(rows, turned, turn.spectrum(), RIDGE), row, into);
        }

        for (int row = 0; row < rows.userCount(); row++) {
            double[] expected = solution(rows, row, given);
            for (int item = 0; item < ITEMS; item += 7) {
                assertThat(score(into, row, turned, item))
                        .as("row of " + rows.countOf(row) + ", item " + item)
                        .isCloseTo(dot(expected, given, item), within(2e-5));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"6, 6", "17, 20", "64, 40"})
    void enoughConjugateStepsGiveTheExactRow(int rank, int steps) {
        Interactions rows = rowsOfAllLengths();
        FloatRows given = factors(rank);
        Turn turn = Turn.of(Gram.of(given, RIDGE.unobserved(), 1));
        turn.apply(given, 1);
        AlsSide side = new AlsSide(rows, given, turn.spectrum(), RIDGE);
        FloatRows exact = FloatRows.zeros(rows.userCount(), rank);
        FloatRows near = FloatRows.zeros(rows.userCount(), rank);

        for (int row = 0; row < rows.userCount(); row++) {
            RowSolver.of(AlsSolver.EXACT, rank).solve(side, row, exact);
            RowSolver.of(new AlsSolver(steps), rank).solve(side, row, near);
        }

        for (int p = 0; p < exact.values().length; p++) {
            assertThat(near.values()[p]).isCloseTo(exact.values()[p], within(1e-3f));
        }
    }

    @Test
    void whatIsTooMuchForFloatsIsSolvedInDoubles() {
        InteractionsBuilder heavy = Interactions.collect(1, ITEMS);
        for (int item = 0; item < 9; item++) {
            heavy.add(0, item, Float.MAX_VALUE);
        }
        FloatRows given = factors(4);
        Turn turn = Turn.of(Gram.of(given, RIDGE.unobserved(), 1));
        AlsSide side = new AlsSide(heavy.build(), given, turn.spectrum(), RIDGE);
        FloatRows exact = FloatRows.zeros(1, 4);
        FloatRows steps = FloatRows.zeros(1, 4);
        FloatRows doubles = FloatRows.zeros(1, 4);

        RowSolver.of(AlsSolver.EXACT, 4).solve(side, 0, exact);
        RowSolver.of(new AlsSolver(3), 4).solve(side, 0, steps);
        side.solveInDoubles(0, doubles);

        assertThat(exact.values()).isEqualTo(doubles.values());
        assertThat(steps.values()).isEqualTo(doubles.values());
        assertThat(Float.isFinite(doubles.values()[0])).isTrue();
    }

    @Test
    void solversHaveNames() {
        assertThat(AlsSolver.parse("exact")).isEqualTo(AlsSolver.EXACT).hasToString("exact");
        assertThat(AlsSolver.parse("cg:3")).isEqualTo(new AlsSolver(3)).hasToString("cg:3");
        for (String wrong : new String[] {"", "cg", "cg:", "cg:0", "cg:-1", "cg:99999", "lu"}) {
            assertThatThrownBy(() -> AlsSolver.parse(wrong)).hasMessageContaining("exact or cg:STEPS");
        }
    }

    /** Row n has n items, up to 100, and two long rows. */
    private static Interactions rowsOfAllLengths() {
        SplittableRandom random = new SplittableRandom(3);
        InteractionsBuilder rows = Interactions.collect(103, ITEMS);
        for (int row = 0; row < 103; row++) {
            int length = row <= 100 ? row : 100 * (row - 99);
            for (int n = 0; n < length; n++) {
                rows.add(row, Math.floorMod(n * 7 + row, ITEMS), (float) random.nextDouble(0.1, 5));
            }
        }
        return rows.build();
    }

    private static FloatRows factors(int rank) {
        SplittableRandom random = new SplittableRandom(rank);
        float[] factors = new float[ITEMS * rank];
        for (int p = 0; p < factors.length; p++) {
            factors[p] = (float) (random.nextGaussian() / Math.sqrt(rank) / (1 + p % rank));
        }
        return FloatRows.padded(factors, rank);
    }

    private static double[] solution(Interactions rows, int row, FloatRows given) {
        int rank = given.width();
        DMatrixRMaj matrix = CommonOps_DDRM.identity(rank);
        CommonOps_DDRM.scale(RIDGE.of(rows.countOf(row), ITEMS), matrix);
        for (int item = 0; item < ITEMS; item++) {
            addSquare(matrix, given, item, RIDGE.unobserved());
        }
        DMatrixRMaj right = new DMatrixRMaj(rank, 1);
        for (int p = rows.start(row); p < rows.start(row + 1); p++) {
            addSquare(matrix, given, rows.item(p), rows.weight(p));
            for (int f = 0; f < rank; f++) {
                right.add(f, 0, rows.weight(p) * given.values()[rows.item(p) * given.stride() + f]);
            }
        }
        DMatrixRMaj solution = new DMatrixRMaj(rank, 1);
        CommonOps_DDRM.solve(matrix, right, solution);
        return solution.data;
    }

    private static void addSquare(DMatrixRMaj matrix, FloatRows given, int item, double weight) {
        int at = item * given.stride();
        for (int i = 0; i < matrix.numRows; i++) {
            for (int j = 0; j < matrix.numCols; j++) {
                matrix.add(i, j, weight * given.values()[at + i] * given.values()[at + j]);
            }
        }
    }

    private static double dot(double[] x, FloatRows rows, int row) {
        double sum = 0;
        for (int f = 0; f < rows.width(); f++) {
            sum += x[f] * rows.values()[row * rows.stride() + f];
        }
        return sum;
    }

    private static double score(FloatRows users, int user, FloatRows items, int item) {
        double sum = 0;
        for (int f = 0; f < users.width(); f++) {
            sum += (double) users.values()[user * users.stride() + f] * items.values()[item * items.stride() + f];
        }
        return sum;
    }
}
