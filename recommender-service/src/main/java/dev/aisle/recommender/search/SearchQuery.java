package dev.aisle.recommender.search;

import dev.aisle.recommender.catalog.ItemFilter;
import java.util.List;
import java.util.Locale;

/**
 * What is searched for.
 *
 * @param said one text or several, the surest first, each of 1 to {@link #LONGEST_TEXT} characters without control characters, not blank
 * @param locale the language of the texts, when their characters don't say it
 * @param size 1 to {@link #LARGEST_SIZE}
 * @param offset hits that are passed over, 0 to {@link #LARGEST_OFFSET}
 * @param filter which products may be found
 */
public record SearchQuery(List<Said> said, Locale locale, int size, int offset, ItemFilter filter) {
    public static final int LONGEST_TEXT = 200;
    public static final int MOST_TRANSCRIPTS = 5;
    public static final int LARGEST_SIZE = 100;
    public static final int LARGEST_OFFSET = 1_000;
    public static final int USUAL_SIZE = 10;
}
