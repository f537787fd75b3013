package dev.aisle.recommender.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a search must be; REST and gRPC ask the same. */
public final class SearchChecks {
    private SearchChecks() {}

    /** Field → what it must be; empty when the search can be made. */
    public static Map<String, String> violations(String text, int size, int offset) {
        Map<String, String> violations = new LinkedHashMap<>();
        put(violations, "query", ofText(text));
        violations.putAll(violations(size, offset));
        return violations;
    }

    /** The same of what a recogniser heard. */
    public static Map<String, String> violations(List<Transcript> transcripts, int size, int offset) {
        Map<String, String> violations = new LinkedHashMap<>();
        if (transcripts.isEmpty() || transcripts.size() > SearchQuery.MOST_TRANSCRIPTS) {
            violations.put("transcripts", "must be 1 to " + SearchQuery.MOST_TRANSCRIPTS);
        }
        for (int place = 0; place < Math.min(transcripts.size(), SearchQuery.MOST_TRANSCRIPTS); place++) {
            Transcript transcript = transcripts.get(place);
            put(violations, "transcripts[" + place + "].text", ofText(transcript.text()));
            if (!(transcript.confidence() >= 0 && transcript.confidence() <= 1)) {
                violations.put("transcripts[" + place + "].confidence", "must be 0 to 1");
            }
        }
        violations.putAll(violations(size, offset));
        return violations;
    }

    private static Map<String, String> violations(int size, int offset) {
        Map<String, String> violations = new LinkedHashMap<>();
        if (size < 1 || size > SearchQuery.LARGEST_SIZE) {
            violations.put("size", "must be 1 to " + SearchQuery.LARGEST_SIZE);
        }
        if (offset < 0 || offset > SearchQuery.LARGEST_OFFSET) {
            violations.put("offset", "must be 0 to " + SearchQuery.LARGEST_OFFSET);
        }
        return violations;
    }

    private static void put(Map<String, String> violations, String field, @Nullable String violation) {
        if (violation != null) {
            violations.put(field, violation);
        }
    }

    private static @Nullable String ofText(String text) {
        if (text.isBlank()) {
            return "must not be empty";
        }
        if (text.length() > SearchQuery.LONGEST_TEXT) {
            return "must have at most " + SearchQuery.LONGEST_TEXT + " characters";
        }
        return text.codePoints().anyMatch(SearchChecks::isRefused)
                ? "must not have control characters or halves of characters"
                : null;
    }

    private static boolean isRefused(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }
}
