package dev.aisle.algorithms.forecast.decompose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * MSTL: several seasons, found by STL one after the other and once more.
 *
 * @see <a href="https://arxiv.org/abs/2107.13462">Bandara, Hyndman, Bergmeir 2021</a>
 */
public final class Mstl {
    private static final int FIRST_WINDOW = 11;
    private static final int WIDER = 4;
    private static final int PASSES = 2;

    private Mstl() {}

    /** The windows of the paper: 11 for the shortest season, 4 more for each longer one. */
    public static int[] windows(int seasons) {
        return IntStream.range(0, seasons).map(i -> FIRST_WINDOW + WIDER * i).toArray();
    }

    /**
     * Decomposes with the windows of the paper and R's choices for the rest.
     *
     * @param y finite values; a period of which there are not two seasons is left out
     * @param periods each ≥ 2
     * @throws IllegalArgumentException when no period is left
     */
    public static Decomposition of(double[] y, int[] periods, boolean robust) {
        int[] fitting = Arrays.stream(periods)
                .sorted()
                .distinct()
                .filter(period -> 2 * period < y.length)
                .toArray();
        int[] windows = windows(fitting.length);
        return of(
                y,
                IntStream.range(0, fitting.length)
                        .mapToObj(i -> StlOptions.of(fitting[i], windows[i], robust))
                        .toList());
    }

    /**
     * Decomposes.
     *
     * @param seasons how each season is found, shortest period first; at least one
     */
    public static Decomposition of(double[] y, List<StlOptions> seasons) {
        if (seasons.isEmpty()) {
            throw new IllegalArgumentException("y: expected more than two seasons, got " + y.length + " values");
        }
        double[] rest = y.clone();
        double[][] seasonal = new double[seasons.size()][y.length];
        double[] trend = rest;
        double[] weights = rest;
        for (int pass = 0; pass < (seasons.size() == 1 ? 1 : PASSES); pass++) {
            for (int i = 0; i < seasonal.length; i++) {
                add(rest, seasonal[i], 1);
                Decomposition found = Stl.of(rest, seasons.get(i));
                seasonal[i] = found.seasonal().getFirst().values();
                add(rest, seasonal[i], -1);
                trend = found.trend();
                weights = found.weights();
            }
        }
        List<Decomposition.Season> named = new ArrayList<>();
        for (int i = 0; i < seasonal.length; i++) {
            named.add(new Decomposition.Season(seasons.get(i).period(), seasonal[i]));
        }
        add(rest, trend, -1);
        return new Decomposition(trend, List.copyOf(named), rest, weights);
    }

    private static void add(double[] into, double[] values, int sign) {
        for (int t = 0; t < into.length; t++) {
            into[t] += sign * values[t];
        }
    }
}
