package dev.aisle.recommender.serving.domain;

/** Kinds of reasons. */
public enum ReasonCode {
    BECAUSE_VIEWED("because-viewed"),
    BECAUSE_BOUGHT("because-bought"),
    BECAUSE_CHOSEN("because-chosen"),
    IN_CART("in-cart"),
    SIMILAR("similar"),
    BOUGHT_WITH("bought-with"),
    FOR_YOU("for-you"),
    POPULAR_IN("popular-in"),
    POPULAR("popular"),
    ASSORTMENT("assortment");

    private final String label;

    ReasonCode(String label) {
        this.label = label;
    }

    /** The name in answers and in the texts' bundles. */
    public String label() {
        return label;
    }
}
