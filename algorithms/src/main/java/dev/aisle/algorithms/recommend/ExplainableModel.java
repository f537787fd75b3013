package dev.aisle.algorithms.recommend;

/** A model whose score is a sum over the history, so that an explanation names true causes. */
public interface ExplainableModel extends Model {
    /**
     * How much each item of the history adds to an item's score.
     *
     * @param item the item whose score is explained, {@code 0 ≤ item < itemCount}
     * @return one addend for each place of the history, in its order; their sum is the score, up to rounding
     */
    float[] contributions(History history, int item);
}
