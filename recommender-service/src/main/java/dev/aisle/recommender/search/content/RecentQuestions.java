package dev.aisle.recommender.search.content;

import dev.aisle.contracts.Keeps;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The points of questions that were asked lately: people ask the same, and page through the answers. At most 4 MB. */
@Keeps(ofNobody = "points of search texts, without who asked")
final class RecentQuestions {
    private static final int MOST = 2_000;

    private final Map<String, float[]> points = new LinkedHashMap<>(16, 0.75f, true);

    synchronized float @Nullable [] get(String text) {
        return points.get(text);
    }

    synchronized void put(String text, float[] point) {
        points.put(text, point);
        if (points.size() > MOST) {
            points.remove(points.keySet().iterator().next());
        }
    }
}
