package dev.aisle.recommender.serving.domain.candidates;

import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.models.domain.Source;

/** A product that may come to stand in the list, with what each source says of it, each on the same scale. Of one request; not for several threads. */
@SuppressWarnings("EnumOrdinal") // numbers of one process, never stored
public final class Candidate {
    private static final int SOURCES = Source.values().length;

    private final CatalogueItem product;
    private final int item;
    private final float[] scaled = new float[SOURCES];
    private float blend = Float.NaN;
    private float score;
    private Source source = Source.CATALOGUE;

    /**
     * A candidate of which nobody has said anything yet.
     *
     * @param item its number in the model; negative when the model doesn't know it
     */
    public Candidate(CatalogueItem product, int item) {
        this.product = product;
        this.item = item;
    }

    /** The product. */
    public CatalogueItem product() {
        return product;
    }

    /** Its number in the model; negative when the model doesn't know it. */
    public int item() {
        return item;
    }

    /** Whether the model knows it. */
    public boolean known() {
        return item >= 0;
    }

    /** What a source says, on the common scale, 0 to 1; a ranker's features. */
    public float scaled(Source from) {
        return scaled[from.ordinal()];
    }

    /** Takes what a source says. */
    public void scaled(Source from, float value) {
        scaled[from.ordinal()] = value;
    }

    /** What the blend says, whatever became of the score since. */
    public float blend() {
        return blend;
    }

    /** What the ranker says. */
    public float score() {
        return score;
    }

    /** The source that the score is owed to. */
    public Source source() {
        return source;
    }

    /** Takes what the blend says. */
    public void ranked(float newScore, Source mostly) {
        this.blend = newScore;
        this.score = newScore;
        this.source = mostly;
    }

    /** Takes what a ranker says that came after the blend. */
    public void reordered(float newScore) {
        this.score = newScore;
    }

    /** Multiplies the score. */
    public void times(double factor) {
        score *= (float) factor;
    }
}
