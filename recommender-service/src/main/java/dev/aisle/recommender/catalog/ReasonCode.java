package dev.aisle.recommender.catalog;

/** Kinds of reasons. */
public enum ReasonCode {
    BECAUSE_VIEWED("because-viewed"),
    BECAUSE_BOUGHT("because-bought"),
    BECAUSE_CHOSEN("because-chosen"),
    IN_CART("in-cart"),
    SIMILAR("similar"),
    BOUGHT_WITH("bought-with"),
    /** In visits like this one. */
    SAME_VISIT("same-visit"),
    /** What a network expects after something. */
    COMES_NEXT("comes-next"),
    /** Many signals add a little each. */
    MANY_CAUSES("for-you", "for-you-first"),
    FOR_YOU("for-you"),
    /** Described like what was looked at. */
    LIKE_SEEN("content-like"),
    /** Bought at intervals, and due by now. */
    BUY_AGAIN("buy-again"),
    /** Shown so that somebody sees it at all. */
    NEW("new"),
    POPULAR_IN("popular-in"),
    POPULAR_IN_COUNTRY("popular-in-country"),
    POPULAR_ON_DEVICE("popular-on-device"),
    POPULAR("popular"),
    TRENDING("trending"),
    ASSORTMENT("assortment"),
    /** Like the picture that was asked with. */
    LOOKS_LIKE("looks-like");

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

    /** Whether it speaks of what somebody did with the cause, in the words of the cause's domain, and not of the product. */
    public boolean ofCause() {
        return switch (this) {
            case BECAUSE_VIEWED,
                    BECAUSE_BOUGHT,
                    BECAUSE_CHOSEN,
                    IN_CART,
                    SIMILAR,
                    BOUGHT_WITH,
                    SAME_VISIT,
                    MANY_CAUSES -> true;
            default -> false;
        };
    }

    /** The name in the texts' bundles. */
    public String textKey() {
        return textKey;
    }
}
