package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.kernels.FloatRows;

/** Solves rows exactly, each in the form that has fewer operations. */
final class ExactRows implements RowSolver {
    private final NormalEquations primal;
    private final DualEquations dual;
    private final int mostDual;

    ExactRows(int rank) {
        // The dual form costs n² rank / 2 + n³ / 6, the other n rank² / 2 + rank³ / 6 multiply-adds; measured, they
        // meet here.
        this.mostDual = Math.max(1, rank * 3 / 4);
        this.primal = new NormalEquations(rank);
        this.dual = new DualEquations(rank, mostDual);
    }

    @Override
    public void solve(AlsSide side, int row, FloatRows into) {
        int count = side.rows().countOf(row);
        float[] solution = count <= mostDual ? dual.solve(side, row) : primal.solve(side, row);
        if (solution.length == 0) {
            side.solveInDoubles(row, into);
        } else {
            System.arraycopy(solution, 0, into.values(), row * into.stride(), into.stride());
        }
    }
}
