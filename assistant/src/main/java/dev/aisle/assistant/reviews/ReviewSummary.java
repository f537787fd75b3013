package dev.aisle.assistant.reviews;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the reviews of a product say.
 *
 * @param reviews how many were read, the newest
 * @param meanStars of those that have any; {@code null} for none
 * @param aspects that enough reviews speak of, the most spoken of first
 */
public record ReviewSummary(int reviews, @Nullable Double meanStars, List<AspectSummary> aspects) {
    public ReviewSummary {
        aspects = List.copyOf(aspects);
    }

    /**
     * One aspect.
     *
     * @param reviews that speak of it
     * @param good share of them that speak well of it, 0 … 1
     * @param bad share of them that speak badly of it; the rest says neither
     * @param sentences of reviews, at most two, that say what most say
     */
    public record AspectSummary(Aspect aspect, int reviews, double good, double bad, List<String> sentences) {
        public AspectSummary {
            sentences = List.copyOf(sentences);
        }
    }
}
