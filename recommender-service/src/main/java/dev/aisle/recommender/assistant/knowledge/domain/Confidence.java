package dev.aisle.recommender.assistant.knowledge.domain;

import dev.aisle.recommender.assistant.understanding.domain.Language;

/**
 * How sure it is that a passage answers a question: {@code 1 / (1 + exp(−(a + b · cosine + c · share)))}, where the cosine is that of their
 * points and the share that of what the question's words say and the passage has too. The numbers were fitted on the development part of the
 * question set that ships (deploy/knowledge): whether the passage that came first was of the right article.
 */
public final class Confidence {
    /** Under this a passage found by both doesn't answer: on the development part nine of ten questions that no shop answers stay under it or are out of scope by their intent. */
    public static final double BAR = 0.5;

    private Confidence() {}

    /** By words alone. */
    public static double ofWords(Language language, double share) {
        return switch (language) {
            case ENGLISH -> logistic(-0.8 + 4.0 * share);
            case CHINESE -> logistic(-1.5 + 5.0 * share);
        };
    }

    /** By meaning alone. */
    public static double ofMeaning(Language language, double cosine) {
        return switch (language) {
            case ENGLISH -> logistic(-2.8 + 7.9 * cosine);
            case CHINESE -> logistic(-8.3 + 14.3 * cosine);
        };
    }

    /** By both; fitted in the same way, then the constants raised (by 0.4 and 0.6) so that one bar does for both languages. */
    public static double ofBoth(Language language, PassageScore score) {
        return switch (language) {
            case ENGLISH -> logistic(-3.4 + 2.5 * score.cosine() + 2.7 * score.share() + 3.1 * score.fit());
            case CHINESE -> logistic(-4.5 + 3.2 * score.cosine() + 2.6 * score.share() + 3.3 * score.fit());
        };
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
