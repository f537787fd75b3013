package dev.aisle.recommender.serving.domain;

/** Kinds of reasons. */
public enum ReasonCode {
    BECAUSE_VIEWED("because-viewed"),
    BECAUSE_BOUGHT("because-bought"),
    BECAUSE_CHOSEN("because-chosen"),
    IN_CART("in-cart"),
    SIMILAR("similar"),
    BOUGHT_WITH("bought-with"),
    /** Many signals add a little each. */
    MANY_CAUSES("for-you", "for-you-first"),
    FOR_YOU("for-you"),
    POPULAR_IN("popular-in"),
    POPULAR("popular"),
    ASSORTMENT("assortment");

    private final String label;
    private final String textKey;

    ReasonCode(String label) {
        this(label, label);
    }

    ReasonCode(String label, String textKey) {
        this.label = label;
        this.textKey = textKey;
    }

    /** The name in answers. */
    public String label() {
        return label;
    }

    /** The name in the texts' bundles. */
    String textKey() {
        return textKey;
    }
}
