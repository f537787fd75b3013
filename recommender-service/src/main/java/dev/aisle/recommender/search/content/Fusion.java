package dev.aisle.recommender.search.content;

/**
 * How much each sense says of the likeness of two products: {@code Σ weight · cosine / Σ weight} over the senses that both have. It is the cosine of what would be one
 * point: the unit points of the senses side by side, each times the root of its weight, with the missing ones left out on both sides.
 *
 * @param text of what the description says
 * @param picture of what the picture looks like
 * @param attributes of category, brand, price level and attributes, see {@link Attributes}
 * @param behaviour of what people do with it, see {@link Behaviour}
 */
record Fusion(float text, float picture, float attributes, float behaviour) {
    /** Text and attributes: chosen on products that were held back, see docs/pictures.md; the weights of pictures and of behaviour aren't measured. */
    public static final Fusion USUAL = new Fusion(1f, 0.5f, 1f, 1f);

    /** Checks the weights. */
    public Fusion {
        if (!(text >= 0 && picture >= 0 && attributes >= 0 && behaviour >= 0)
                || !(text + picture + attributes + behaviour > 0)) {
            throw new IllegalArgumentException("expected weights ≥ 0, one of them greater; was " + text + ", " + picture
                    + ", " + attributes + ", " + behaviour);
        }
    }

    /** The likeness, −1 to 1, of cosines that are NaN where one of the two lacks the sense; NaN when they share none. */
    public float of(float textCosine, float pictureCosine, float attributesCosine, float behaviourCosine) {
        float sum = 0;
        float weight = 0;
        if (!Float.isNaN(textCosine)) {
            sum += text * textCosine;
            weight += text;
        }
        if (!Float.isNaN(pictureCosine)) {
            sum += picture * pictureCosine;
            weight += picture;
        }
        if (!Float.isNaN(attributesCosine)) {
            sum += attributes * attributesCosine;
            weight += attributes;
        }
        if (!Float.isNaN(behaviourCosine)) {
            sum += behaviour * behaviourCosine;
            weight += behaviour;
        }
        return weight == 0 ? Float.NaN : sum / weight;
    }
}
