package dev.aisle.recommender.assistant.knowledge.domain;

/**
 * How well a passage answers a question, from three looks at it. The weights were found on the development part of the question set in deploy/knowledge: a softmax over
 * the articles of a language, one set of weights for both languages.
 *
 * @param cosine of the points, as a mean
 * @param share of what the question's words say that is in the passage, 0 … 1
 * @param fit of what the question and the passage are about, 0 … 1
 */
public record PassageScore(double cosine, double share, double fit) {
    private static final double OF_COSINE = 18;
    private static final double OF_SHARE = 6;
    private static final double OF_FIT = 4.8;

    /** The higher, the better; comparable for one question only. */
    public double value() {
        return OF_COSINE * cosine + OF_SHARE * share + OF_FIT * fit;
    }
}
