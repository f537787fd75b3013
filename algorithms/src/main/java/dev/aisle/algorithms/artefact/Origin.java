package dev.aisle.algorithms.artefact;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a model is from. Who has the data, the parameters and the seed can train it again, bit for bit on the same machine.
 *
 * @param algorithm its name in reports and configuration
 * @param parameters in words, sorted by name
 * @param seed 0 for an algorithm that draws nothing
 * @param fingerprint of the training data, see {@link Fingerprint}
 */
public record Origin(String algorithm, SortedMap<String, String> parameters, long seed, String fingerprint) {
    /** Copies the parameters. */
    public Origin {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** The same of parameters in any order. */
    public static Origin of(String algorithm, Map<String, String> parameters, long seed, String fingerprint) {
        return new Origin(algorithm, new TreeMap<>(parameters), seed, fingerprint);
    }
}
