package dev.aisle.recommender.serving.domain;

import dev.aisle.recommender.catalog.ReasonCode;

/**
 * A product that says something about what is wanted now.
 *
 * @param weight how much, &gt; 0
 * @param elsewhere whether it was given in another domain than the list's
 */
public record Signal(String productId, Kind kind, float weight, boolean elsewhere) {
    /** In the domain of the list. */
    public Signal(String productId, Kind kind, float weight) {
        this(productId, kind, weight, false);
    }

    /** How the product came to be a signal. */
    public enum Kind {
        /** Stands on the page; says nothing about the person. */
        PAGE(ReasonCode.SIMILAR),
        CART(ReasonCode.IN_CART),
        VIEWED(ReasonCode.BECAUSE_VIEWED),
        CHOSEN(ReasonCode.BECAUSE_CHOSEN),
        BOUGHT(ReasonCode.BECAUSE_BOUGHT);

        private final ReasonCode code;

        Kind(ReasonCode code) {
            this.code = code;
        }

        /** The reason of an item that this signal caused. */
        public ReasonCode code() {
            return code;
        }
    }

    /** Whether it is about the person and not about the page. */
    public boolean personal() {
        return kind != Kind.PAGE;
    }
}
