package dev.aisle.algorithms.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How probably somebody looks at a place of a list, relative to the first one. In the position-based model a click needs both:
 * {@code P(click) = examination(position) · relevance(item)}.
 *
 * @see <a href="https://doi.org/10.1145/1242572.1242643">Richardson, Dominowska, Ragno 2007</a>
 */
public final class PositionBias {
    /** An item that was clicked where hardly anybody looks counts at most so many times. */
    private static final double MOST_WEIGHT = 50;
    /** What lies below is one place. */
    private static final int PLACES = 100;
    /** So many made-up clicks hold a place to the one above it, for places that few clicks are known of. */
    private static final double HOLD = 5;

    private static final int ROUNDS = 500;
    private static final double STILL = 1e-6;

    private final double[] examination;

    /**
     * A known bias.
     *
     * @param examination of each place from the first one, {@code > 0}; later places are as the last one
     */
    public PositionBias(double... examination) {
        if (examination.length == 0 || Arrays.stream(examination).anyMatch(e -> !(e > 0) || Double.isInfinite(e))) {
            throw new IllegalArgumentException("examination " + Arrays.toString(examination) + ", expected it above 0");
        }
        this.examination = examination.clone();
    }

    /** Each place is looked at alike. */
    public static PositionBias none() {
        return new PositionBias(1);
    }

    /**
     * The bias that lists show. Items whose scores lie in the same quantiles count as equally relevant wherever they stood; then
     * {@code clicks(k, b) ≈ shown(k, b) · θ_k · γ_b} is solved by turns for examination θ of places k and relevance γ of buckets b.
     * That is right when the place of an item depended on these scores and on chance: give those that the lists were ordered by.
     *
     * @param lists those without any click, too
     * @param orders one or two scores; NaN is a bucket of its own
     */
    public static PositionBias estimate(List<ShownList> lists, ItemScore... orders) {
        int places = lists.stream()
                .flatMapToInt(list -> Arrays.stream(list.positions()))
                .map(position -> Math.min(position, PLACES))
                .max()
                .orElse(0);
        ScoreBuckets buckets = ScoreBuckets.of(lists, orders);
        if (places == 0) {
            return none();
        }
        double[][] shown = new double[places][buckets.count()];
        double[][] clicks = new double[places][buckets.count()];
        for (ShownList list : lists) {
            for (int item = 0; item < list.size(); item++) {
                int place = Math.min(list.positions()[item], places) - 1;
                int bucket = buckets.of(list.features()[item]);
                shown[place][bucket]++;
                clicks[place][bucket] += list.gains()[item] > 0 ? 1 : 0;
            }
        }
        return new PositionBias(solved(shown, clicks));
    }

    private static double[] solved(double[][] shown, double[][] clicks) {
        double[] theta = new double[shown.length];
        Arrays.fill(theta, 1);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = examination(shown, clicks, relevance(shown, clicks, theta));
            double moved = 0;
            for (int place = 0; place < theta.length; place++) {
                moved = Math.max(moved, Math.abs(next[place] - theta[place]));
            }
            theta = next;
            if (moved < STILL) {
                break;
            }
        }
        return theta;
    }

    /** {@code γ_b = Σ_k clicks / Σ_k shown · θ_k}. */
    private static double[] relevance(double[][] shown, double[][] clicks, double[] theta) {
        return IntStream.range(0, shown[0].length)
                .mapToDouble(bucket -> {
                    double clicked = 0;
                    double looked = 0;
                    for (int place = 0; place < theta.length; place++) {
                        clicked += clicks[place][bucket];
                        looked += shown[place][bucket] * theta[place];
                    }
                    return looked == 0 ? 0 : clicked / looked;
                })
                .toArray();
    }

    /** {@code θ_k = Σ_b clicks / Σ_b shown · γ_b}, held to the place above, and 1 for the first place. */
    private static double[] examination(double[][] shown, double[][] clicks, double[] gamma) {
        double[] theta = new double[shown.length];
        for (int place = 0; place < theta.length; place++) {
            double clicked = Arrays.stream(clicks[place]).sum();
            double expected = 0;
            for (int bucket = 0; bucket < gamma.length; bucket++) {
                expected += shown[place][bucket] * gamma[bucket];
            }
            double above = place == 0 ? 1 : theta[place - 1];
            theta[place] = (clicked + HOLD * above) / (expected + HOLD);
        }
        double first = theta[0];
        return Arrays.stream(theta).map(examined -> examined / first).toArray();
    }

    /**
     * How probably somebody looks there, relative to the first place.
     *
     * @param position from 1
     */
    public double at(int position) {
        return examination[Math.min(position, examination.length) - 1];
    }

    /** How many times a gain at a position counts: {@code 1 / examination}, at most 50. */
    public double weight(int position) {
        return Math.min(MOST_WEIGHT, 1 / at(position));
    }

    /** The first places, at most so many. */
    public double[] first(int places) {
        return Arrays.copyOf(examination, Math.min(places, examination.length));
    }
}
