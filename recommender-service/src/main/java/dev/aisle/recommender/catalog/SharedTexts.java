package dev.aisle.recommender.catalog;

import dev.aisle.contracts.Keeps;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gives equal texts one object, as long as there are not too many different ones: then sharing saves nothing. */
@Keeps(ofNobody = "texts of products")
final class SharedTexts {
    private static final int MOST = 100_000;

    private final Map<String, String> known = new ConcurrentHashMap<>();

    String of(String text) {
        if (known.size() >= MOST) {
            return known.getOrDefault(text, text);
        }
        String before = known.putIfAbsent(text, text);
        return before == null ? text : before;
    }
}
