package dev.aisle.algorithms.text;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A text as a sparse vector: its words, pairs of neighbouring words, and parts of words of three to five characters, so that a word with a typing
 * error still has most of what it is known by; of Chinese also single characters. Numbers are all alike.
 *
 * @param at places, ascending, {@code 0 ≤ at < SIZE}
 * @param value how often each occurs, as {@code ln(1 + count)}; as many
 */
record TextFeatures(int[] at, float[] value) {
    /** How many places there are; what differs may share one by chance. */
    static final int SIZE = 1 << 16;

    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 5;

    static TextFeatures of(String text) {
        List<String> words = new ArrayList<>();
        Words.of(text).forEach(word -> words.add(number(word) ? "0" : word));
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (int n = 0; n < words.size(); n++) {
            count(counts, "w " + words.get(n));
            if (n > 0) {
                count(counts, "p " + words.get(n - 1) + " " + words.get(n));
            }
            parts(counts, "<" + words.get(n) + ">");
            characters(counts, words.get(n));
        }
        int[] at = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
        float[] value = new float[at.length];
        for (int n = 0; n < at.length; n++) {
            value[n] = (float) Math.log1p(counts.getOrDefault(at[n], 0));
        }
        return new TextFeatures(at, value);
    }

    private static boolean number(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    /** Of Chinese each character too, since a wrong one spoils both of its pairs. */
    private static void characters(TreeMap<Integer, Integer> counts, String word) {
        word.codePoints()
                .filter(Character::isIdeographic)
                .forEach(point -> count(counts, "h " + Character.toString(point)));
    }

    private static void parts(TreeMap<Integer, Integer> counts, String word) {
        for (int size = SHORTEST_PART; size <= LONGEST_PART; size++) {
            for (int from = 0; from + size <= word.length(); from++) {
                count(counts, "c " + word.substring(from, from + size));
            }
        }
    }

    /** The hash of a text as Java defines it, with its bits mixed (the end of MurmurHash3), since the lowest ones are taken. */
    private static void count(TreeMap<Integer, Integer> counts, String feature) {
        int hash = feature.hashCode();
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        counts.merge((hash ^ (hash >>> 16)) & (SIZE - 1), 1, Integer::sum);
    }
}
