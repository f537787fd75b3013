package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.kernels.FloatRows;

/**
 * What all rows of one side have in common while they are solved: in the axes of {@link Turn} the equations of row r are
 * {@code (D + Σ w h hᵀ) x = Σ w h} with {@code D = diag(spectrum + ridge(r))}.
 *
 * @param rows the interactions of this side
 * @param given padded factors of the other side, turned
 * @param spectrum α times the gram matrix of the given factors, which is diagonal
 * @param ridge the parameters of the fit
 */
@SuppressWarnings("ArrayRecordComponent") // passed on inside this package
record AlsSide(Interactions rows, FloatRows given, double[] spectrum, ImplicitAls.Ridge ridge) {
    /** λ of a row. */
    double ridge(int row) {
        return ridge.of(rows.countOf(row), rows.itemCount());
    }

    /** Writes D of a row. */
    void diagonal(int row, float[] into) {
        double own = ridge(row);
        for (int f = 0; f < spectrum.length; f++) {
            into[f] = (float) (spectrum[f] + own);
        }
    }

    /** Writes the roots of a row's weights, place by place. */
    void roots(int from, int to, float[] into) {
        for (int place = from; place < to; place++) {
            into[place - from] = (float) Math.sqrt(rows.weight(place));
        }
    }

    /** Solves a row in double precision: where float32 isn't enough. */
    void solveInDoubles(int row, FloatRows into) {
        int rank = spectrum.length;
        double[][] gram = new double[rank][rank];
        for (int f = 0; f < rank; f++) {
            gram[f][f] = spectrum[f];
        }
        AlsRow equations = new AlsRow(rank);
        equations.start(gram, ridge(row));
        for (int place = rows.start(row); place < rows.start(row + 1); place++) {
            equations.add(given.values(), rows.item(place) * given.stride(), rows.weight(place));
        }
        equations.solve(row, into.values(), row * into.stride());
    }
}
