package dev.aisle.recommender.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/search}.
 *
 * @param transcripts 1 to {@link SearchQuery#MOST_TRANSCRIPTS}, the surest first
 */
record SpokenRequest(@Nullable List<@Nullable Heard> transcripts) {
    /**
     * One way in which a recogniser understood it.
     *
     * @param confidence 0 to 1; 0 or nothing when it doesn't say
     */
    record Heard(@Nullable String text, @Nullable Double confidence) {}

    List<Transcript> heard() {
        return transcripts == null
                ? List.of()
                : transcripts.stream().map(SpokenRequest::transcript).toList();
    }

    private static Transcript transcript(@Nullable Heard heard) {
        String text = heard == null ? null : heard.text();
        Double confidence = heard == null ? null : heard.confidence();
        return new Transcript(text == null ? "" : text.strip(), confidence == null ? 0 : confidence);
    }
}
