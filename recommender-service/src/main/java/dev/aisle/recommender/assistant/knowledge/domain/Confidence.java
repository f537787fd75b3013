package dev.aisle.recommender.assistant.knowledge.domain;

import dev.aisle.recommender.assistant.understanding.domain.Language;

/**
 * How sure it is that a passage answers a question: a logistic function of how near their points are and of the share of the question's
 * words that the passage has.
 */
public final class Confidence {
    /** Under this a passage found by both doesn't answer: on the development part nine of ten questions that no shop answers stay under it or are out of scope by their intent. */
    public static final double BAR = 0.5;

    private Confidence() {}

    /** By words alone: the share itself says it best. */
    public static double ofWords(double share) {
        return Math.clamp(share, 0, 1);
    }

    /** By meaning alone. */
    public static double ofMeaning(Language language, double cosine) {
        return switch (language) {
            case ENGLISH -> logistic(-5.0 + 10.0 * cosine);
            case CHINESE -> logistic(-11.0 + 18.0 * cosine);
        };
    }

    /** By both; the weights were found on the development part of the question set, the Chinese constant so that one bar does for both languages. */
    public static double ofBoth(Language language, PassageScore score) {
        return switch (language) {
            case ENGLISH -> logistic(-3.87 + 2.38 * score.cosine() + 2.49 * score.share() + 3.46 * score.fit());
            case CHINESE -> logistic(-4.33 + 4.05 * score.cosine() + 2.46 * score.share() + 2.69 * score.fit());
        };
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
