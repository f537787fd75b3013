package dev.aisle.recommender.interactions;

import java.util.Arrays;

/** How a person dealt with a product, and how much that says about liking it. */
public enum InteractionType {
    VIEW(1, 1f),
    LIST_CLICK(2, 0.5f),
    WISHLIST(3, 3f),
    CART_ADD(4, 3f),
    REVIEW(5, 2f),
    PURCHASE(6, 5f);

    private final int code;
    private final float weight;

    InteractionType(int code, float weight) {
        this.code = code;
        this.weight = weight;
    }

    /** The number in the database; never changes. */
    public int code() {
        return code;
    }

    /** How much one interaction counts beside a view. */
    public float weight() {
        return weight;
    }

    /** The type of a number in the database. */
    public static InteractionType ofCode(int code) {
        return Arrays.stream(values())
                .filter(type -> type.code == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No type of interaction has the number " + code));
    }
}
