package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import java.util.Arrays;

/**
 * Rows with few interactions: n equations instead of {@code rank}. With {@code P = D^-½ Hᵀ W^½}, of rank × n, the same factor is
 * {@code x = D^-½ P y} where {@code (I + Pᵀ P) y = W^½ 1}: the push-through identity.
 *
 * @see <a href="https://doi.org/10.1137/1031049">Hager 1989, Updating the inverse of a matrix</a>
 */
final class DualEquations {
    private static final float[] NONE = {};

    private final Kernels kernels = Kernels.best();
    private final int rank;
    private final FloatRows gathered;
    private final FloatRows panel;
    private final FloatRows matrix;
    private final float[] roots;
    private final float[] right;
    private final float[] multipliers;
    private final float[] diagonal;
    private final float[] shrink;
    private final float[] solution;

    /** @param most interactions that a row may have */
    DualEquations(int rank, int most) {
        this.rank = rank;
        this.gathered = FloatRows.zeros(most, rank);
        this.panel = FloatRows.zeros(rank, most);
        this.matrix = FloatRows.zeros(most + 3, most);
        this.roots = new float[matrix.stride()];
        this.right = new float[matrix.stride()];
        this.multipliers = new float[matrix.stride()];
        this.diagonal = new float[rank];
        this.shrink = new float[rank];
        this.solution = new float[gathered.stride()];
    }

    /** The factor, of the padded length; empty when float32 doesn't suffice. Valid until the next call. */
    float[] solve(AlsSide side, int row) {
        int from = side.rows().start(row);
        int count = side.rows().countOf(row);
        Arrays.fill(solution, 0f);
        if (count == 0) {
            return solution;
        }
        side.diagonal(row, diagonal);
        for (int f = 0; f < rank; f++) {
            shrink[f] = 1 / (float) Math.sqrt(diagonal[f]);
        }
        side.roots(from, from + count, roots);
        kernels.gather(side.given(), side.rows().indexes(), from, count, roots, gathered);
        pack(count);
        system(count);
        if (!kernels.factor(matrix, count)) {
            return NONE;
        }
        Arrays.fill(right, 0f);
        System.arraycopy(roots, 0, right, 0, count);
        kernels.solve(matrix, count, right, multipliers);
        kernels.addMultiples(gathered, 0, count, multipliers, solution);
        for (int f = 0; f < rank; f++) {
            solution[f] *= shrink[f] * shrink[f];
        }
        return Float.isFinite(kernels.dot(solution, 0, solution, 0, rank)) ? solution : NONE;
    }

    /** P: the gathered rows as columns. */
    private void pack(int count) {
        float[] from = gathered.values();
        float[] into = panel.values();
        int padded = FloatRows.padded(count);
        for (int k = 0; k < count; k++) {
            int at = k * gathered.stride();
            for (int f = 0; f < rank; f++) {
                into[f * panel.stride() + k] = from[at + f] * shrink[f];
            }
        }
        for (int f = 0; f < rank && count < padded; f++) {
            Arrays.fill(into, f * panel.stride() + count, f * panel.stride() + padded, 0f);
        }
    }

    /** I + Pᵀ P. */
    private void system(int count) {
        int padded = FloatRows.padded(count);
        for (int k = 0; k < Math.min(matrix.rows(), (count + 3) / 4 * 4); k++) {
            Arrays.fill(matrix.values(), k * matrix.stride(), k * matrix.stride() + padded, 0f);
            matrix.values()[k * matrix.stride() + k] = 1;
        }
        kernels.addGram(panel, 0, rank, count, matrix);
    }
}
