package dev.aisle.algorithms.flags;

import dev.aisle.algorithms.flags.Buckets.Range;

/**
 * A layer of experiments that exclude each other, and the part of it that one of them has.
 *
 * @param name of the layer
 */
public record Namespace(String name, Range part) {
    /** Whether a unit falls into the part. */
    public boolean holds(String unit) {
        return part.holds(Fnv1a.hash32(unit + "__" + name) % 1000 / 1000.0);
    }
}
