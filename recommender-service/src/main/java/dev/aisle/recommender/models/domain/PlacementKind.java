package dev.aisle.recommender.models.domain;

import java.util.Locale;

/** Kinds of placements of personal lists, by what is known beside the person. */
public enum PlacementKind {
    /** The home page and every other one where nothing but the history is known. */
    USUAL,
    /** A page of a product. */
    PRODUCT,
    /** Beside a cart with something in it. */
    CART;

    /** The name in answers and model files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mix that serves here until another one has been better. */
    public NamedMix usual() {
        return this == CART ? NamedMix.CART : NamedMix.USUAL;
    }
}
