package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.recommend.ImplicitAls.Ridge;
import java.io.Serializable;

/**
 * Half an iteration of {@link ImplicitAls}: the factors of one side, from which rows of the other are solved exactly, each by itself. So the
 * rows may lie on several machines. Whatever their parts are, the factors are those of {@link ImplicitAls#fit}, bit for bit on the same machine.
 *
 * @param given padded factors of the one side, row-major, turned into the axes of their gram matrix
 * @param rank length of a factor without padding
 * @param spectrum α times their gram matrix, which is diagonal in these axes; length rank
 * @param ridge the parameters of the fit
 */
@SuppressWarnings("ArrayRecordComponent") // travels between machines; the factors are the fit's own
public record AlsHalf(float[] given, int rank, double[] spectrum, Ridge ridge) implements Serializable {
    /** Begins a half: turns the factors in place. */
    public static AlsHalf begin(FloatRows given, Ridge ridge, int threads) {
        Turn turn = turn(given, ridge, threads);
        return new AlsHalf(given.values(), given.width(), turn.spectrum(), ridge);
    }

    /** Turns the given factors in place, into the axes of their gram matrix. */
    static Turn turn(FloatRows given, Ridge ridge, int threads) {
        Turn turn = Turn.of(Gram.of(given, ridge.unobserved(), threads));
        turn.apply(given, threads);
        return turn;
    }

    /**
     * Solves rows of the other side.
     *
     * @param rows their interactions; columns are the rows of the given side
     * @return padded factors, one a row
     */
    public FloatRows solve(Interactions rows) {
        FloatRows factors = FloatRows.zeros(rows.userCount(), rank);
        AlsSide side = new AlsSide(rows, new FloatRows(given, rank, FloatRows.padded(rank)), spectrum, ridge);
        RowSolver solver = RowSolver.of(AlsSolver.EXACT, rank);
        for (int row = 0; row < rows.userCount(); row++) {
            solver.solve(side, row, factors);
        }
        return factors;
    }
}
