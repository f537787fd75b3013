package dev.aisle.recommender.assistant.knowledge.domain;

import dev.aisle.recommender.assistant.understanding.domain.Language;

/**
 * How sure it is that a passage answers a question: a logistic function of how near their points are and of the share of the question's
 * words that the passage has.
 */
public final class Confidence {
    /** Under this a passage found by both doesn't answer: nine of ten questions that no shop answers stay under it, and one of eight that it would have answered. */
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
            case ENGLISH -> logistic(-3.47 + 2.09 * score.cosine() + 2.99 * score.share() + 3.06 * score.fit());
            case CHINESE -> logistic(-3.71 + 4.38 * score.cosine() + 2.52 * score.share() + 1.68 * score.fit());
        };
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
