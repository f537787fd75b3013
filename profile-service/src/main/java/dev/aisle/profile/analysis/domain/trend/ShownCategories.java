package dev.aisle.profile.analysis.domain.trend;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Categories that have k people in some span; at most the fifty of the most people. */
final class ShownCategories {
    private ShownCategories() {}

    static List<String> of(TrendTally tally, List<LocalDate> spans, KThreshold threshold) {
        Set<String> enough = new HashSet<>();
        Map<String, Long> people = new HashMap<>();
        for (LocalDate span : spans) {
            tally.counts(span).forEach((category, counts) -> {
                if (threshold.allows(counts.people())) {
                    enough.add(category);
                }
                people.merge(category, counts.people(), Long::sum);
            });
        }
        enough.remove(TrendTally.SHOP);
        return enough.stream()
                .sorted(Comparator.comparing((String category) -> people.getOrDefault(category, 0L))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(TrendQuestion.MOST_CATEGORIES)
                .toList();
    }
}
