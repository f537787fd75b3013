package dev.aisle.recommender.search.domain;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a search must be; REST and gRPC ask the same. */
public final class SearchChecks {
    private SearchChecks() {}

    /** Field → what it must be; empty when the search can be made. */
    public static Map<String, String> violations(String text, int size, int offset) {
        Map<String, String> violations = new LinkedHashMap<>();
        if (text.isBlank()) {
            violations.put("query", "must not be empty");
        } else if (text.length() > SearchQuery.LONGEST_TEXT) {
            violations.put("query", "must have at most " + SearchQuery.LONGEST_TEXT + " characters");
        } else if (text.codePoints().anyMatch(SearchChecks::isRefused)) {
            violations.put("query", "must not have control characters or halves of characters");
        }
        if (size < 1 || size > SearchQuery.LARGEST_SIZE) {
            violations.put("size", "must be 1 to " + SearchQuery.LARGEST_SIZE);
        }
        if (offset < 0 || offset > SearchQuery.LARGEST_OFFSET) {
            violations.put("offset", "must be 0 to " + SearchQuery.LARGEST_OFFSET);
        }
        return violations;
    }

    private static boolean isRefused(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }
}
