package dev.aisle.algorithms.customers.imputation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Multiple imputation by chained equations: column by column, what is missing is predicted from all the others by a regression whose
 * coefficients are drawn from their posterior.
 *
 * <p>Matching then takes a value that was seen in one of the five rows with the nearest predictions, so that only values that exist come out:
 * right for counts, codes and lopsided amounts. Where hardly any row of a kind was seen, the same few donors stand in for many and intervals
 * come out too narrow. Drawing takes the prediction plus normal noise: right intervals for what is about normal around its prediction.
 *
 * @param filling how a prediction becomes a value
 * @param imputations how many tables to fill, ≥ 2; 20 is usual
 * @param rounds how often to go over the columns, ≥ 1; 10 is usual
 * @param seed the same seed gives the same tables
 * @see <a href="https://doi.org/10.18637/jss.v045.i03">van Buuren, Groothuis-Oudshoorn 2011, mice: pmm and norm</a>
 */
public record ChainedEquations(Filling filling, int imputations, int rounds, long seed) {
    private static final int DONORS = 5;

    /** How a prediction becomes a value. */
    public enum Filling {
        /** Predictive mean matching. */
        MATCH,
        /** Prediction plus normal noise. */
        DRAW
    }

    /** @throws IllegalArgumentException when there are fewer than two imputations, or no round */
    public ChainedEquations {
        if (imputations < 2 || rounds < 1) {
            throw new IllegalArgumentException("imputations, rounds: expected 2 and 1 or more");
        }
    }

    /**
     * The filled tables.
     *
     * @param rows of one length; NaN is missing; left as they are
     * @return for each imputation the rows of values with their methods
     * @throws IllegalArgumentException when rows differ in length, a value is infinite, or in a column nothing was seen
     */
    public List<List<List<Filled>>> fill(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        if (columns == 0 || Arrays.stream(rows).anyMatch(row -> row.length != columns)) {
            throw new IllegalArgumentException("rows: expected at least one, and all of one length");
        }
        int[] order = incomplete(rows, columns);
        List<List<List<Filled>>> tables = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int n = 0; n < imputations; n++) {
            tables.add(labelled(rows, filled(rows, order, random.split())));
        }
        return tables;
    }

    /** Columns with something missing, those with the fewest first. */
    private static int[] incomplete(double[][] rows, int columns) {
        long[] missing = new long[columns];
        for (int column = 0; column < columns; column++) {
            missing[column] = (long) rows.length - Missing.seen(column(rows, column)).length;
        }
        return IntStream.range(0, columns)
                .filter(column -> missing[column] > 0)
                .boxed()
                .sorted(Comparator.comparingLong(column -> missing[column]))
                .mapToInt(column -> column)
                .toArray();
    }

    private double[][] filled(double[][] rows, int[] order, RandomGenerator random) {
        double[][] table = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
        for (int column : order) {
            double[] seen = Missing.seen(column(rows, column));
            for (double[] row : table) {
                row[column] = Double.isNaN(row[column]) ? seen[random.nextInt(seen.length)] : row[column];
            }
        }
        for (int round = 0; round < rounds; round++) {
            for (int column : order) {
                refill(rows, table, column, random);
            }
        }
        return table;
    }

    private void refill(double[][] rows, double[][] table, int column, RandomGenerator random) {
        BayesianRegression regression = BayesianRegression.of(rows, table, column);
        BayesianRegression.Draw drawn = regression.draw(random);
        double[][] donors = filling == Filling.MATCH ? donors(rows, column, regression) : new double[0][];
        for (int n = 0; n < rows.length; n++) {
            if (Double.isNaN(rows[n][column])) {
                double prediction = regression.predict(n, drawn.coefficients());
                table[n][column] = filling == Filling.MATCH
                        ? near(donors, prediction, random)
                        : prediction + drawn.deviation() * random.nextGaussian();
            }
        }
    }

    /** Predictions and values of the rows in which the column was seen, by prediction. */
    private static double[][] donors(double[][] rows, int column, BayesianRegression regression) {
        return IntStream.range(0, rows.length)
                .filter(n -> !Double.isNaN(rows[n][column]))
                .mapToObj(n -> new double[] {regression.predict(n, regression.estimate()), rows[n][column]})
                .sorted(Comparator.comparingDouble(donor -> donor[0]))
                .toArray(double[][]::new);
    }

    /** One of the five donors whose predictions are nearest. */
    private static double near(double[][] donors, double prediction, RandomGenerator random) {
        int low = 0;
        int high = donors.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (donors[middle][0] < prediction) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int from = low;
        int until = low;
        while (until - from < Math.min(DONORS, donors.length)) {
            boolean below = until == donors.length
                    || (from > 0 && prediction - donors[from - 1][0] <= donors[until][0] - prediction);
            from -= below ? 1 : 0;
            until += below ? 0 : 1;
        }
        return donors[from + random.nextInt(until - from)][1];
    }

    private List<List<Filled>> labelled(double[][] rows, double[][] table) {
        FillMethod method = filling == Filling.MATCH ? FillMethod.CHAINED_MATCH : FillMethod.CHAINED_DRAW;
        List<List<Filled>> labelled = new ArrayList<>();
        for (int n = 0; n < rows.length; n++) {
            List<Filled> row = new ArrayList<>();
            for (int column = 0; column < rows[n].length; column++) {
                boolean seen = !Double.isNaN(rows[n][column]);
                row.add(new Filled(table[n][column], seen ? FillMethod.OBSERVED : method));
            }
            labelled.add(List.copyOf(row));
        }
        return List.copyOf(labelled);
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }
}
