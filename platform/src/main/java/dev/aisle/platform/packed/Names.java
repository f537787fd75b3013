package dev.aisle.platform.packed;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The few texts that stand in many values: each is kept once, and a value has its number. Nothing is ever taken out. */
final class Names {
    static final int UNKNOWN = -1;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private volatile String[] texts = new String[4];

    /** Returns the number of a text, which gets one when it has none yet. */
    synchronized int numberOf(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        String[] room = number < texts.length ? texts : Arrays.copyOf(texts, 2 * number);
        room[number] = text;
        texts = room;
        numbers.put(text, number);
        return number;
    }

    /** Returns the number of a text, or {@link #UNKNOWN}. */
    int find(String text) {
        return numbers.getOrDefault(text, UNKNOWN);
    }

    int size() {
        return numbers.size();
    }

    String text(int number) {
        return texts[number];
    }
}
