package dev.aisle.recommender.models.domain;

/**
 * A mix with the name that it has in reports. A model keeps the weights beside the name, so that an older one goes on serving as it was judged.
 */
public record NamedMix(String name, Mix mix) {
    /** {@link Mix#USUAL}. */
    public static final NamedMix USUAL = new NamedMix("usual", Mix.USUAL);

    /** {@link Mix#CART}. */
    public static final NamedMix CART = new NamedMix("cart", Mix.CART);
}
