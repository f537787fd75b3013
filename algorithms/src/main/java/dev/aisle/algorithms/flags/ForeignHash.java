package dev.aisle.algorithms.flags;

import java.util.List;

/** Where other products put a unit, so that whoever comes from them keeps each person's variation. */
public final class ForeignHash {
    private static final long VARIANTS = 86028157;
    private static final int OPTIMIZELY_BUCKETS = 10_000;
    private static final double ALL = 4_294_967_296.0;

    private ForeignHash() {}

    /** Unleash's share of a unit for a roll-out: 1 to {@code most}, which is 100. */
    public static int unleash(String group, String unit, int most) {
        return normalised(group, unit, 0, most);
    }

    /** Unleash's place of a unit among variants whose weights sum to {@code most}: 1 to {@code most}. */
    public static int unleashVariant(String group, String unit, int most) {
        return normalised(group, unit, VARIANTS, most);
    }

    private static int normalised(String group, String unit, long seed, int most) {
        return (int) (Murmur3.hash32(group + ":" + unit, seed) % most) + 1;
    }

    /**
     * flagd's fractional operator, version 2: the bucket of a value.
     *
     * @param total sum of the weights, 1 to 2³¹ − 1
     */
    public static int flagd(String value, int total) {
        return (int) ((Murmur3.hash32(value, 0) * total) >>> 32);
    }

    /** Which variant that is: the first whose cumulated weight is above the bucket; −1 when all weights are 0. */
    public static int flagdChoice(String value, List<Integer> weights) {
        int total = weights.stream().mapToInt(Integer::intValue).sum();
        int bucket = flagd(value, total);
        int upTo = 0;
        for (int n = 0; n < weights.size(); n++) {
            upTo += weights.get(n);
            if (bucket < upTo) {
                return n;
            }
        }
        return -1;
    }

    /** Optimizely's bucket of a unit in an experiment, 0 to 9,999. */
    public static int optimizely(String unit, String experiment) {
        return (int) (Murmur3.hash32(unit + experiment, 1) / ALL * OPTIMIZELY_BUCKETS);
    }
}
