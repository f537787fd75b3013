package dev.aisle.assistant.knowledge.domain;

/**
 * How near a question is to a passage in meaning: by the passage's own text, and by the nearest of the ways in which people ask for its article. What each
 * counts was found with the weights of {@link PassageScore}.
 */
public final class Nearness {
    private static final double OF_TEXT = 0.45;
    private static final double OF_ASK = 0.55;
    /** By so much the nearest of several ways to ask is nearer than a text or heading; an article without any isn't to lose by that. */
    private static final double OF_SEVERAL = 0.06;

    private Nearness() {}

    /**
     * A weighted cosine.
     *
     * @param text mean cosine of the passage's points
     * @param nearest the largest of them
     * @param ask the largest cosine of the ways to ask; NaN without any
     */
    public static double of(double text, double nearest, double ask) {
        return OF_TEXT * text + OF_ASK * (Double.isNaN(ask) ? nearest + OF_SEVERAL : ask);
    }
}
