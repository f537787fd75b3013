package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.kernels.FloatRows;

/** Solves rows of one side. Scratch space of one thread. */
interface RowSolver {
    /** Writes the factor of a row. */
    void solve(AlsSide side, int row, FloatRows into);

    /** A solver of the kind that was asked for. */
    static RowSolver of(AlsSolver solver, int rank) {
        return solver.exact() ? new ExactRows(rank) : new ConjugateRows(rank, solver.steps());
    }
}
