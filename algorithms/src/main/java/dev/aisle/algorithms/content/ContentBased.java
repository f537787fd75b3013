package dev.aisle.algorithms.content;

import dev.aisle.algorithms.recommend.Algorithm;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.Progress;
import dev.aisle.algorithms.recommend.Weighting;

/**
 * Items like those somebody took, by what they are: {@code score(i) = (Σ_j w_j x_j · x_i) / ‖Σ_j w_j x_j‖ · (1 + popularity · q_i)}, where x are
 * rows of weighted terms of length one, and {@code q_i = ln(1 + people) / ln(1 + most people)} is from 0 to 1. An item that nobody took has its
 * full likeness. Nothing is compared with everything: work and memory are linear in the terms. Memory: 8 bytes a term of an item, nothing a
 * person; 4 bytes a different term while a history is scored.
 *
 * @param content of the items of the train that it will be fitted on
 * @param weighting of the terms: an item is a document
 * @param words how much a word counts beside a value of an attribute, ≥ 0
 * @param popularity how much of two equally alike items the one that more people took is preferred, ≥ 0
 */
public record ContentBased(ItemContent content, Weighting weighting, float words, float popularity)
        implements Algorithm {
    /** Checks the parameters. */
    public ContentBased {
        if (!(words >= 0) || !(popularity >= 0) || Float.isInfinite(words) || Float.isInfinite(popularity)) {
            throw new IllegalArgumentException(
                    "content: expected words ≥ 0 and popularity ≥ 0; was " + words + ", " + popularity);
        }
    }

    /** Parameters that did well on several shops. */
    public static ContentBased withDefaults(ItemContent content) {
        return new ContentBased(content, Weighting.TF_IDF, 1, 1);
    }

    @Override
    public String name() {
        return "content";
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when the content is of another number of items
     */
    @Override
    public ContentModel fit(Interactions train, Progress progress) {
        if (train.itemCount() != content.itemCount()) {
            throw new IllegalArgumentException(
                    "content: " + train.itemCount() + " items, but the content of " + content.itemCount());
        }
        Interactions rows = weighting.apply(content.counts().transposed()).transposed();
        progress.step(1, 2);
        ContentModel model = new ContentModel(unit(rows), content.terms().size(), boosts(train));
        progress.step(2, 2);
        return model;
    }

    /** The rows with each field's weight, and of length one; a row of nothing stays nothing. */
    private Interactions unit(Interactions rows) {
        float[] weights = new float[rows.size()];
        for (int item = 0; item < rows.userCount(); item++) {
            double squares = 0;
            for (int p = rows.start(item); p < rows.start(item + 1); p++) {
                float share = content.terms().get(rows.item(p)).word() ? words : 1;
                weights[p] = share * rows.weight(p);
                squares += (double) weights[p] * weights[p];
            }
            double length = Math.max(Float.MIN_NORMAL, Math.sqrt(squares));
            for (int p = rows.start(item); p < rows.start(item + 1); p++) {
                weights[p] = (float) (weights[p] / length);
            }
        }
        return rows.withWeights(weights);
    }

    private float[] boosts(Interactions train) {
        int[] people = train.usersPerItem();
        int most = 1;
        for (int count : people) {
            most = Math.max(most, count);
        }
        float[] boosts = new float[people.length];
        for (int item = 0; item < boosts.length; item++) {
            boosts[item] = (float) (1 + popularity * Math.log1p(people[item]) / Math.log1p(most));
        }
        return boosts;
    }
}
