package dev.aisle.profile.analysis.domain.trend;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Categories that have k people in at least every second span; at most the fifty of the most people. */
final class ShownCategories {
    private ShownCategories() {}

    static List<String> of(TrendTally tally, List<LocalDate> spans, KThreshold threshold) {
        Map<String, Integer> enough = new HashMap<>();
        Map<String, Long> people = new HashMap<>();
        for (LocalDate span : spans) {
            tally.counts(span).forEach((category, counts) -> {
                enough.merge(category, threshold.allows(counts.people()) ? 1 : 0, Integer::sum);
                people.merge(category, counts.people(), Long::sum);
            });
        }
        enough.remove(TrendTally.SHOP);
        return enough.keySet().stream()
                .filter(category -> 2 * enough.getOrDefault(category, 0) >= spans.size())
                .sorted(Comparator.comparing((String category) -> people.getOrDefault(category, 0L))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(TrendQuestion.MOST_CATEGORIES)
                .toList();
    }
}
