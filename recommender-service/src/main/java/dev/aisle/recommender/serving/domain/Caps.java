package dev.aisle.recommender.serving.domain;

/**
 * So many items of a kind at most, as long as there are others.
 *
 * @param perBrand 0: no cap
 * @param perCategory of a leaf category; 0: 40 % of the list, at least three
 * @param perPriceLevel of prices between one power of two and the next; 0: no cap
 */
public record Caps(int perBrand, int perCategory, int perPriceLevel) {
    /** What holds when the caller says nothing. */
    public static final Caps USUAL = new Caps(0, 0, 0);

    /** As many of each as there are. */
    public static final Caps NONE = new Caps(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final double USUAL_SHARE = 0.4;
    private static final int USUAL_LEAST = 3;

    /** The cap of categories in a list of that length. */
    public int categoryCap(int size) {
        return perCategory > 0 ? perCategory : Math.max(USUAL_LEAST, (int) Math.ceil(USUAL_SHARE * size));
    }
}
