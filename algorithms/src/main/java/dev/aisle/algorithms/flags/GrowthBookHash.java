package dev.aisle.algorithms.flags;

import java.util.OptionalDouble;

/** GrowthBook's hash of a unit into [0, 1), which decides its variation. */
public final class GrowthBookHash {
    private GrowthBookHash() {}

    /**
     * Hashes a unit.
     *
     * <p>Version 1 is {@code fnv1a32(value + seed) mod 1000 / 1000}: kept for old experiments, since two experiments are not independent
     * under it. Version 2 is {@code fnv1a32(decimal(fnv1a32(seed + value))) mod 10000 / 10000}.
     *
     * @param seed the experiment's seed
     * @param value the unit's id
     * @param version 1 or 2
     * @return the hash; empty for any other version
     * @see <a href="https://docs.growthbook.io/lib/build-your-own">GrowthBook, Build your own SDK</a>
     */
    public static OptionalDouble hash(String seed, String value, int version) {
        return switch (version) {
            case 1 -> OptionalDouble.of(Fnv1a.hash32(value + seed) % 1000 / 1000.0);
            case 2 -> OptionalDouble.of(Fnv1a.hash32(Long.toString(Fnv1a.hash32(seed + value))) % 10000 / 10000.0);
            default -> OptionalDouble.empty();
        };
    }
}
