package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;

/**
 * Some steps of conjugate gradients on a row's equations, from where the row stood, preconditioned by D: what all pairs have in common is
 * solved at once, so the steps are left for the row's own interactions. These are gathered once and stay in the second cache. A row too
 * long for that is solved exactly, which reads it once instead of once a step.
 *
 * @see <a href="https://doi.org/10.1145/2043932.2043987">Takács, Pilászy, Tikk 2011</a>
 */
final class ConjugateRows implements RowSolver {
    private static final int MOST = 2048;
    private static final int BLOCK = 32;
    private static final float SOLVED = 1e-10f;

    private final Kernels kernels = Kernels.best();
    private final ExactRows exact;
    private final int steps;
    private final int rank;
    private final float[] roots = new float[MOST];
    private final float[] products = new float[MOST];
    private final FloatRows panel;
    private final float[] diagonal;
    private final float[] x;
    private final float[] residual;
    private final float[] direction;
    private final float[] image;
    private final float[] scaled;

    ConjugateRows(int rank, int steps) {
        this.exact = new ExactRows(rank);
        this.steps = steps;
        this.rank = rank;
        this.panel = FloatRows.zeros(MOST, rank);
        this.diagonal = new float[rank];
        this.x = new float[rank];
        this.residual = new float[rank];
        this.direction = new float[rank];
        this.image = new float[rank];
        this.scaled = new float[rank];
    }

    @Override
    public void solve(AlsSide side, int row, FloatRows into) {
        int count = side.rows().countOf(row);
        if (count == 0 || count > MOST) {
            exact.solve(side, row, into);
            return;
        }
        int from = side.rows().start(row);
        int at = row * into.stride();
        System.arraycopy(into.values(), at, x, 0, rank);
        side.diagonal(row, diagonal);
        side.roots(from, from + count, roots);
        kernels.gather(side.given(), side.rows().indexes(), from, count, roots, panel);
        float energy = descend(count);
        if (Float.isFinite(energy + kernels.dot(x, 0, x, 0, rank))) {
            System.arraycopy(x, 0, into.values(), at, rank);
        } else {
            side.solveInDoubles(row, into);
        }
    }

    /** The energy that is left; not finite when floats didn't suffice. */
    private float descend(int count) {
        start(count);
        float energy = precondition();
        float enough = energy * SOLVED;
        System.arraycopy(scaled, 0, direction, 0, rank);
        for (int step = 0; step < steps && energy > enough; step++) {
            multiply(count);
            float length = energy / kernels.dot(direction, 0, image, 0, rank);
            kernels.axpy(length, direction, 0, x, 0, rank);
            kernels.axpy(-length, image, 0, residual, 0, rank);
            float next = precondition();
            float keep = next / energy;
            for (int f = 0; f < rank; f++) {
                direction[f] = scaled[f] + keep * direction[f];
            }
            energy = next;
        }
        return energy;
    }

    /** {@code residual = Σ w h (1 − h·x) − D x}. */
    private void start(int count) {
        for (int f = 0; f < rank; f++) {
            residual[f] = -diagonal[f] * x[f];
        }
        for (int from = 0; from < count; from += BLOCK) {
            int to = Math.min(count, from + BLOCK);
            kernels.dots(panel, from, to, x, products);
            for (int k = from; k < to; k++) {
                products[k] = roots[k] - products[k];
            }
            kernels.addMultiples(panel, from, to, products, residual);
        }
    }

    /** {@code image = (D + Σ w h hᵀ) direction}. */
    private void multiply(int count) {
        for (int f = 0; f < rank; f++) {
            image[f] = diagonal[f] * direction[f];
        }
        for (int from = 0; from < count; from += BLOCK) {
            int to = Math.min(count, from + BLOCK);
            kernels.dots(panel, from, to, direction, products);
            kernels.addMultiples(panel, from, to, products, image);
        }
    }

    /** Writes {@code D⁻¹ residual} and returns its product with the residual. */
    private float precondition() {
        for (int f = 0; f < rank; f++) {
            scaled[f] = residual[f] / diagonal[f];
        }
        return kernels.dot(residual, 0, scaled, 0, rank);
    }
}
