package dev.aisle.assistant.knowledge.domain;

/**
 * How well a passage answers a question, from three looks at it. The weights were found on the development part of the question set in deploy/knowledge: a softmax over
 * the articles of a language, one set of weights for both languages.
 *
 * @param nearness in meaning, see {@link Nearness}
 * @param share of what the question's words say that is in the passage or in how people ask for its article, 0 … 1
 * @param fit of what the question and the article are about, 0 … 1
 */
public record PassageScore(double nearness, double share, double fit) {
    private static final double OF_NEARNESS = 30;
    private static final double OF_SHARE = 5.9;
    private static final double OF_FIT = 5.3;

    /** The higher, the better; comparable for one question only. */
    public double value() {
        return OF_NEARNESS * nearness + OF_SHARE * share + OF_FIT * fit;
    }
}
