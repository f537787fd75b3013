package dev.aisle.platform.packed;

import dev.aisle.contracts.Keeps;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The few texts that stand in many values: each is kept once, and a value has its number. Nothing is ever taken out. */
@Keeps(ofNobody = "the few texts that many consents share: notices, regions, keys of keys")
final class Names {
    static final int UNKNOWN = -1;
    /** Most are one of these. */
    private static final int FIRST = 4;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private volatile @Nullable String[] texts = new String[FIRST];

    /** Returns the number of a text, which gets one when it has none yet. */
    synchronized int numberOf(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        @Nullable String[] room = number < texts.length ? texts : Arrays.copyOf(texts, 2 * number);
        room[number] = text;
        texts = room;
        numbers.put(text, number);
        return number;
    }

    /** Returns the number of a text, or {@link #UNKNOWN}. */
    int find(String text) {
        return numbers.getOrDefault(text, UNKNOWN);
    }

    /** Returns the number of the text that is the first characters of another one, or {@link #UNKNOWN}. */
    int beginOf(String text, int length) {
        @Nullable String[] all = texts;
        for (int number = 0; number < FIRST; number++) {
            String one = all[number];
            if (one != null && one.length() == length && text.startsWith(one)) {
                return number;
            }
        }
        return find(text.substring(0, length));
    }

    int size() {
        return numbers.size();
    }

    String text(int number) {
        return Objects.requireNonNull(texts[number]);
    }
}
