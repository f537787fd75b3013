package dev.aisle.recommender.assistant.knowledge.domain;

import dev.aisle.recommender.assistant.understanding.domain.Language;

/**
 * How sure it is that a passage answers a question: a logistic function of how near their points are and of the share of the question's
 * words that the passage has.
 */
public final class Confidence {
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

    /** By both. */
    public static double ofBoth(Language language, PassageScore score) {
        return switch (language) {
            case ENGLISH -> logistic(-5.5 + 8.0 * score.cosine() + 2.0 * score.share() + 1.5 * score.fit());
            case CHINESE -> logistic(-11.5 + 16.0 * score.cosine() + 2.0 * score.share() + 1.5 * score.fit());
        };
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
