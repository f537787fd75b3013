package dev.aisle.assistant.reviews;

import dev.aisle.assistant.shared.Language;
import jakarta.inject.Singleton;

/** Says what the newest reviews of a product say, aspect by aspect. */
@Singleton
public class SummariseReviews {
    private static final int MOST_READ = 500;

    private final ReviewRepository reviews;
    private final SummariseTexts summarise;

    SummariseReviews(ReviewRepository reviews, ReviewSettings settings) {
        this.reviews = reviews;
        this.summarise = new SummariseTexts(settings.least());
    }

    /** The summary of those in one language; without aspects where too few speak of them. */
    public ReviewSummary of(String product, Language language) {
        return summarise.of(language, reviews.newest(product, language, MOST_READ));
    }
}
