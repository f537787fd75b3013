package dev.aisle.recommender.models.domain;

import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Model;

/**
 * One score out of several sources: {@code Σ_s weight_s · max(0, score_s) / max score_s}. Remembers for each product the source that
 * adds most, since that is the cause to name. Of one request; not for several threads.
 */
public final class Blend {
    private final float[] total;
    private final float[] strongest;
    private final Source[] source;
    private final float[] scratch;

    /** A blend for so many products, in which nothing has a score yet. */
    public Blend(int items) {
        this.total = new float[items];
        this.strongest = new float[items];
        this.source = new Source[items];
        this.scratch = new float[items];
    }

    /** Adds what a model says to a history. */
    public Blend add(Source from, Model model, History history, float weight) {
        if (weight > 0 && history.size() > 0) {
            model.score(history, scratch);
            add(from, scratch, weight);
        }
        return this;
    }

    /** Adds scores, one a product; those below zero count nothing. */
    public Blend add(Source from, float[] scores, float weight) {
        float highest = 0;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        if (highest <= 0 || weight <= 0) {
            return this;
        }
        float factor = weight / highest;
        for (int item = 0; item < total.length; item++) {
            float addend = scores[item] * factor;
            if (addend > 0) {
                total[item] += addend;
                if (addend > strongest[item]) {
                    strongest[item] = addend;
                    source[item] = from;
                }
            }
        }
        return this;
    }

    /** The scores, one a product; not a copy. */
    public float[] scores() {
        return total;
    }

    /** The source that adds most to a product with a score. */
    public Source sourceOf(int item) {
        return source[item];
    }
}
