package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import java.util.Arrays;

/**
 * Rows with many interactions: {@code A = D + Σ w h hᵀ} is summed from panels of gathered rows that stay in the nearest cache, then factored.
 *
 * @see <a href="https://doi.org/10.1109/ICDM.2008.22">Hu, Koren, Volinsky 2008, eq. 4</a>
 */
final class NormalEquations {
    private static final int PANEL = 64;
    private static final float[] NONE = {};

    private final Kernels kernels = Kernels.best();
    private final int rank;
    private final FloatRows panel;
    private final FloatRows matrix;
    private final float[] roots = new float[PANEL];
    private final float[] diagonal;
    private final float[] right;
    private final float[] solution;

    NormalEquations(int rank) {
        this.rank = rank;
        this.panel = FloatRows.zeros(PANEL, rank);
        this.matrix = FloatRows.zeros(rank + 3, rank);
        this.diagonal = new float[rank];
        this.right = new float[matrix.stride()];
        this.solution = new float[matrix.stride()];
    }

    /** The factor, of the padded length; empty when float32 doesn't suffice. Valid until the next call. */
    float[] solve(AlsSide side, int row) {
        Arrays.fill(matrix.values(), 0f);
        Arrays.fill(right, 0f);
        side.diagonal(row, diagonal);
        for (int f = 0; f < rank; f++) {
            matrix.values()[f * matrix.stride() + f] = diagonal[f];
        }
        int end = side.rows().start(row + 1);
        for (int from = side.rows().start(row); from < end; from += PANEL) {
            int count = Math.min(PANEL, end - from);
            side.roots(from, from + count, roots);
            kernels.gather(side.given(), side.rows().indexes(), from, count, roots, panel);
            kernels.addGram(panel, 0, count, rank, matrix);
            kernels.addMultiples(panel, 0, count, roots, right);
        }
        if (!kernels.factor(matrix, rank)) {
            return NONE;
        }
        kernels.solve(matrix, rank, right, solution);
        return Float.isFinite(kernels.dot(solution, 0, solution, 0, rank)) ? solution : NONE;
    }
}
