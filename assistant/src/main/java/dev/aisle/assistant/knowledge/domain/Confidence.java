package dev.aisle.assistant.knowledge.domain;

import dev.aisle.assistant.shared.Language;

/**
 * How sure it is that a passage answers a question: {@code 1 / (1 + exp(−(a + b · nearness + c · share + d · fit)))} of what a
 * {@link PassageScore} looks at, or of less of it. The numbers were fitted on the development part of the
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
    public static double ofMeaning(Language language, double nearness) {
        return switch (language) {
            case ENGLISH -> logistic(-6.8 + 15.7 * nearness);
            case CHINESE -> logistic(-9.4 + 16.4 * nearness);
        };
    }

    /** By both; fitted in the same way, then the Chinese constant raised by 0.4 so that one bar does for both languages. */
    public static double ofBoth(Language language, PassageScore score) {
        return switch (language) {
            case ENGLISH -> logistic(-6.2 + 3.3 * score.nearness() + 3.3 * score.share() + 5.6 * score.fit());
            case CHINESE -> logistic(-7.9 + 5.7 * score.nearness() + 1.5 * score.share() + 6.4 * score.fit());
        };
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
