package dev.aisle.algorithms.ratings;

import dev.aisle.algorithms.recommend.Interactions;

/** Rows of ratings without their mean, and of length one. */
@SuppressWarnings("ArrayRecordComponent") // scratch of this package
record Centred(Interactions rows, double[] means, double[] norms) {
    static Centred of(Interactions rows) {
        double[] means = new double[rows.userCount()];
        double[] norms = new double[rows.userCount()];
        for (int row = 0; row < means.length; row++) {
            double sum = 0;
            for (int p = rows.start(row); p < rows.start(row + 1); p++) {
                sum += rows.weight(p);
            }
            means[row] = sum / Math.max(1, rows.countOf(row));
            double squares = 0;
            for (int p = rows.start(row); p < rows.start(row + 1); p++) {
                squares += (rows.weight(p) - means[row]) * (rows.weight(p) - means[row]);
            }
            norms[row] = Math.sqrt(squares);
        }
        return new Centred(rows, means, norms);
    }

    /** By how much a rating is above the mean of its row. */
    double above(int row, int place) {
        return rows.weight(place) - means[row];
    }

    /** The cosine of a row with every row, over what both have. */
    double[] similarities(int row, Interactions columns) {
        double[] dots = new double[means.length];
        for (int p = rows.start(row); p < rows.start(row + 1); p++) {
            int column = rows.item(p);
            double own = above(row, p);
            for (int q = columns.start(column); q < columns.start(column + 1); q++) {
                int other = columns.item(q);
                dots[other] += own * (columns.weight(q) - means[other]);
            }
        }
        for (int other = 0; other < dots.length; other++) {
            boolean defined = norms[row] > 0 && norms[other] > 0;
            dots[other] = defined ? dots[other] / norms[row] / norms[other] : 0;
        }
        return dots;
    }
}
