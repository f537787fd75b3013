package dev.aisle.recommender.models.ranking;

import dev.aisle.algorithms.ranking.ShownList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Shoppers whose taste and habits are known. The blend knows neighbours, factors and popularity; what they want depends on interest, price and on what they
 * have just seen, too. They look at place {@code k} with probability {@code k^−habit} and click what they look at and want.
 */
public final class SimulatedShoppers {
    private static final int CANDIDATES = 30;
    private static final int SHOWN = 12;
    private static final List<String> NAMES = FeatureNames.ALL;
    private static final int BLEND = NAMES.indexOf(FeatureNames.BLEND);

    private final SplittableRandom random;
    private final double habit;

    public SimulatedShoppers(double habit, long seed) {
        this.random = new SplittableRandom(seed);
        this.habit = habit;
    }

    /** How probably they look at a place, from 1. */
    public double examination(int position) {
        return Math.pow(position, -habit);
    }

    /** Lists of the best candidates by the blend, with the clicks; one each minute. */
    public List<ShownList> clicked(int count, Instant first) {
        return IntStream.range(0, count)
                .mapToObj(n -> clicked(first.plus(Duration.ofMinutes(n))))
                .toList();
    }

    /** All candidates in the order of the blend, and instead of clicks how much each is wanted, which nobody but the simulator knows. */
    public List<ShownList> truth(int count) {
        return IntStream.range(0, count).mapToObj(n -> truth()).toList();
    }

    private ShownList clicked(Instant at) {
        List<float[]> rows = candidates().subList(0, SHOWN);
        float[] gains = new float[SHOWN];
        for (int item = 0; item < SHOWN; item++) {
            boolean looked = random.nextDouble() < examination(item + 1);
            gains[item] = looked && random.nextDouble() < wanted(rows.get(item)) ? 1 : 0;
        }
        return new ShownList(at.toEpochMilli(), rows.toArray(float[][]::new), places(SHOWN), gains);
    }

    private ShownList truth() {
        List<float[]> rows = candidates();
        float[] wanted = new float[rows.size()];
        for (int item = 0; item < wanted.length; item++) {
            wanted[item] = (float) wanted(rows.get(item));
        }
        return new ShownList(0, rows.toArray(float[][]::new), places(rows.size()), wanted);
    }

    private static int[] places(int count) {
        return IntStream.rangeClosed(1, count).toArray();
    }

    private List<float[]> candidates() {
        List<float[]> rows = new ArrayList<>();
        for (int n = 0; n < CANDIDATES; n++) {
            rows.add(candidate());
        }
        rows.sort(Comparator.comparingDouble((float[] row) -> row[BLEND]).reversed());
        return rows;
    }

    private float[] candidate() {
        float[] row = new float[NAMES.size()];
        set(row, "source:similar", random.nextDouble() < 0.4 ? random.nextDouble() : 0);
        set(row, "source:factors", random.nextDouble());
        set(row, "source:popularity", Math.pow(random.nextDouble(), 3));
        row[BLEND] = 0.4f * of(row, "source:similar")
                + 0.5f * of(row, "source:factors")
                + 0.3f * of(row, "source:popularity");
        set(row, "popularity", Math.log1p(100 * of(row, "source:popularity")));
        set(row, "tail", of(row, "source:popularity") < 0.1 ? 1 : 0);
        set(row, "interest", random.nextDouble() < 0.2 ? Double.NaN : Math.pow(random.nextDouble(), 2));
        set(row, "price-fit", random.nextDouble() < 0.1 ? Double.NaN : random.nextGaussian());
        set(row, "reduction", random.nextDouble() < 0.7 ? Double.NaN : 0.5 * random.nextDouble());
        set(row, "days-since-seen", random.nextDouble() < 0.8 ? Double.NaN : 20 * random.nextDouble());
        set(row, "days-available", 400 * random.nextDouble());
        set(row, "signals", random.nextInt(20));
        return row;
    }

    /** The chance that somebody who looks at it clicks it. */
    private static double wanted(float[] row) {
        double taste = -2.6 + 1.2 * of(row, "source:similar") + 1.2 * of(row, "source:factors");
        taste += 2.5 * orZero(of(row, "interest"));
        taste -= 0.8 * Math.abs(orZero(of(row, "price-fit")));
        taste += 2 * orZero(of(row, "reduction"));
        taste -= of(row, "days-since-seen") < 5 ? 1.5 : 0;
        return 1 / (1 + Math.exp(-taste));
    }

    private static double orZero(float value) {
        return Float.isNaN(value) ? 0 : value;
    }

    private static float of(float[] row, String name) {
        return row[NAMES.indexOf(name)];
    }

    private static void set(float[] row, String name, double value) {
        row[NAMES.indexOf(name)] = (float) value;
    }
}
