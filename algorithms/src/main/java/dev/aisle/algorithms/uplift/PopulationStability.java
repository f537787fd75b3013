package dev.aisle.algorithms.uplift;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far a distribution has moved: the population stability index over ranges that each held a tenth of the people then. Below 0.1 nothing to speak of, from 0.25 on
 * another population, as banks read it.
 *
 * @param edges of the ranges, ascending without equal ones
 * @param shares of the people then, one a range: one more than edges
 * @see <a href="https://doi.org/10.57017/jaes.v16.4(74).01">Yurdakul and Naranjo 2020 on its distribution</a>
 */
@SuppressWarnings("ArrayRecordComponent") // A few numbers that nobody compares.
public record PopulationStability(double[] edges, double[] shares) {
    private static final int TENTHS = 10;
    /** A range without people counts as half a person, so that the logarithm stays finite. */
    private static final double HALF = 0.5;

    /** Of those that are there now; at least one. */
    public static PopulationStability of(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        double[] edges = IntStream.range(1, TENTHS)
                .mapToDouble(tenth -> sorted[(int) ((long) tenth * sorted.length / TENTHS)])
                .filter(edge -> edge > sorted[0])
                .distinct()
                .toArray();
        return new PopulationStability(edges, shares(edges, numbers));
    }

    /** The index of those that came later: {@code Σ(now − then)·ln(now/then)}, ≥ 0; 0 of nobody. */
    public double index(double[] numbers) {
        if (numbers.length == 0) {
            return 0;
        }
        double[] now = shares(edges, numbers);
        double sum = 0;
        for (int range = 0; range < now.length; range++) {
            double floor = HALF / numbers.length;
            double then = Math.max(shares[range], floor);
            double later = Math.max(now[range], floor);
            sum += (later - then) * Math.log(later / then);
        }
        return sum;
    }

    /** What the index is expected to be among so many people when nothing has moved: {@code (ranges − 1)/n} for those of then known exactly. */
    public double byChance(int people) {
        return (double) edges.length / people;
    }

    private static double[] shares(double[] edges, double[] numbers) {
        double[] shares = new double[edges.length + 1];
        for (double number : numbers) {
            int range = 0;
            while (range < edges.length && number >= edges[range]) {
                range++;
            }
            shares[range] += 1.0 / numbers.length;
        }
        return shares;
    }
}
