package dev.aisle.recommender.search;

import dev.aisle.recommender.catalog.CatalogueItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param hits the best first
 * @param nextOffset where the next hits begin; −1 when there are none
 * @param byMeaning whether meaning was looked at beside words
 * @param complete whether the index has all products; not so in the first seconds after a start
 * @param nothing why there are no hits; {@code null} when there are
 * @param understood which of several texts the first hit fits best, the surest when there is none; {@code null} when there was one text
 */
public record SearchResult(
        List<Hit> hits,
        int nextOffset,
        boolean byMeaning,
        boolean complete,
        @Nullable Nothing nothing,
        @Nullable String understood) {
    public SearchResult {
        hits = List.copyOf(hits);
    }

    /**
     * A product that was found.
     *
     * @param score comparable within one answer, at most 1
     * @param source what found it
     */
    public record Hit(CatalogueItem product, float score, Found source) {}

    /** What found a product. */
    public enum Found {
        /** Its id, bar code, article number or group. */
        CODE("search-code"),
        WORDS("search-words"),
        MEANING("search-meaning"),
        /** Words and meaning. */
        BOTH("search-words-and-meaning");

        private final String label;

        Found(String label) {
            this.label = label;
        }

        /** As APIs name it. */
        public String label() {
            return label;
        }
    }

    /** Why nothing was found. */
    public enum Nothing {
        /** No product is like the text. */
        NO_MATCH,
        /** Products are, but none that passes the filter or can be had. */
        FILTERED_OUT,
        /** The index has not all products yet. */
        STILL_READING,
        /** There are fewer hits than were to be passed over. */
        PAST_THE_END
    }
}
