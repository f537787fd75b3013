package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.kernels.Kernels;
import java.util.ArrayList;
import java.util.List;

/**
 * Convolutions over the last items as over a picture: horizontal filters see runs of 1, 2, … window items, vertical ones weigh the places. The
 * original adds a vector a person; here only the session speaks, so that newcomers are served alike.
 *
 * @param items ≥ 0
 * @param width of a vector
 * @param window last items of a session that count, ≥ 1
 * @param horizontal filters of each height, ≥ 1
 * @param vertical filters, ≥ 1
 * @see <a href="https://doi.org/10.1145/3159652.3159656">Tang, Wang 2018 (Caser)</a>
 */
public record CaserNetwork(int items, int width, int window, int horizontal, int vertical) implements Network {
    /** In model files. */
    public static final String NAME = "caser";

    private static final String LEVELS = "levels";

    /** Checks the shape. */
    public CaserNetwork {
        Network.require(
                items >= 0 && Network.possible(width, window, horizontal, vertical),
                NAME,
                "width, window, horizontal, vertical from 1 to " + MOST,
                "width=" + width + ", window=" + window + ", horizontal=" + horizontal + ", vertical=" + vertical);
    }

    static CaserNetwork read(int... numbers) {
        Network.requireNumbers(5, NAME, numbers);
        return new CaserNetwork(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CaserNetwork of(int other) {
        return new CaserNetwork(other, width, window, horizontal, vertical);
    }

    @Override
    public int[] numbers() {
        return new int[] {items, width, window, horizontal, vertical};
    }

    /** Numbers that the filters find in a session: those of the horizontal filters by height, then those of the vertical ones. */
    public int found() {
        return horizontal * window + vertical * width;
    }

    @Override
    public List<WeightArray> arrays() {
        List<WeightArray> arrays = new ArrayList<>();
        arrays.add(WeightArray.embedding("items", items, width));
        for (int height = 1; height <= window; height++) {
            arrays.add(new WeightArray(
                    "horizontal." + height, horizontal, height * width, WeightArray.inverseRoot(height), 0f));
            arrays.add(WeightArray.bias("horizontal." + height + ".bias", horizontal));
        }
        arrays.add(new WeightArray("vertical", vertical, window, WeightArray.inverseRoot(window), 0f));
        arrays.add(new WeightArray("dense", width, found(), WeightArray.inverseRoot(found()), 0f));
        arrays.add(WeightArray.bias("dense.bias", width));
        arrays.add(WeightArray.embedding("targets", items, width));
        arrays.add(WeightArray.level(LEVELS, items));
        return arrays;
    }

    @Override
    public List<String> perItem() {
        return List.of("items", "targets", LEVELS);
    }

    @Override
    public Forward forward(Weights weights, Kernels kernels) {
        return new CaserForward(this, weights, kernels);
    }
}
