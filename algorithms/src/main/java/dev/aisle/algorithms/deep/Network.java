package dev.aisle.algorithms.deep;

import dev.aisle.algorithms.kernels.Kernels;
import java.util.Arrays;
import java.util.List;

/** The shape of a network: everything but its weights. A session counts by its last {@link #window} items. */
public sealed interface Network permits SelfAttentionNetwork, RecurrentNetwork, CaserNetwork, FeatureNetwork {
    /** Largest width, window or number of anything but items. */
    int MOST = 4096;

    /** The algorithm's name in reports, configuration and model files. */
    String name();

    /** Number of items that it scores. */
    int items();

    /** How many items of a session it looks at, the last ones; ≥ 1. */
    int window();

    /** The same for another number of items. */
    Network of(int items);

    /** Its weights. */
    List<WeightArray> arrays();

    /** The names of those that have a row an item. */
    List<String> perItem();

    /** The numbers that {@link #read} needs. */
    int[] numbers();

    /** What it scores with these weights. */
    Forward forward(Weights weights, Kernels kernels);

    /** A network scores what comes after a session. Safe for many threads. */
    @FunctionalInterface
    interface Forward {
        /**
         * Scores all items.
         *
         * @param session 1 to window items, the oldest first
         * @param into one score an item; overwritten
         */
        void score(int[] session, float[] into);
    }

    /**
     * The shape in a model file.
     *
     * @throws IllegalArgumentException when there is no such network
     */
    static Network read(String name, int... numbers) {
        return switch (name) {
            case SelfAttentionNetwork.NAME -> SelfAttentionNetwork.read(numbers);
            case RecurrentNetwork.NAME -> RecurrentNetwork.read(numbers);
            case CaserNetwork.NAME -> CaserNetwork.read(numbers);
            case FeatureNetwork.NAME -> FeatureNetwork.read(numbers);
            default -> throw new IllegalArgumentException("there is no network " + name);
        };
    }

    /** Whether sizes are possible ones, each from 1 to {@link #MOST}: a file must not ask for all memory. */
    static boolean possible(int... sizes) {
        return Arrays.stream(sizes).allMatch(size -> size >= 1 && size <= MOST);
    }

    /** Refuses a shape that can't be. */
    static void require(boolean holds, String name, String expected, Object found) {
        if (!holds) {
            throw new IllegalArgumentException(name + ": expected " + expected + "; was " + found);
        }
    }

    /** Refuses a file with more or fewer numbers. */
    static void requireNumbers(int expected, String name, int... numbers) {
        require(numbers.length == expected, name, expected + " numbers of its shape", numbers.length);
    }
}
