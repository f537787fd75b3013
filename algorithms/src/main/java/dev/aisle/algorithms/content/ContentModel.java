package dev.aisle.algorithms.content;

import dev.aisle.algorithms.recommend.ExplainableModel;
import dev.aisle.algorithms.recommend.History;
import dev.aisle.algorithms.recommend.Interactions;
import java.util.Arrays;

/** Rows of terms, of length one; a person's row is the weighted sum of those in the history. */
public final class ContentModel implements ExplainableModel {
    private final Interactions rows;
    private final int termCount;
    private final float[] boosts;

    /**
     * A model of its parts, which are not copied.
     *
     * @param rows items × terms, each row of length one or empty
     * @param boosts by item: factor of its score
     */
    ContentModel(Interactions rows, int termCount, float[] boosts) {
        this.rows = rows;
        this.termCount = termCount;
        this.boosts = boosts;
    }

    @Override
    public int itemCount() {
        return rows.userCount();
    }

    @Override
    public void score(History history, float[] into) {
        double[] person = person(history);
        double length = length(person);
        if (length == 0) {
            Arrays.fill(into, 0f);
            return;
        }
        for (int item = 0; item < into.length; item++) {
            into[item] = (float) (dot(person, item) / length * boosts[item]);
        }
    }

    @Override
    public float[] contributions(History history, int item) {
        double length = length(person(history));
        float[] addends = new float[history.size()];
        double[] own = new double[termCount];
        add(item, 1, own);
        for (int place = 0; place < addends.length && length > 0; place++) {
            boolean known = history.item(place) < itemCount();
            addends[place] =
                    known ? (float) (history.weight(place) * dot(own, history.item(place)) / length * boosts[item]) : 0;
        }
        return addends;
    }

    private double[] person(History history) {
        double[] person = new double[termCount];
        for (int place = 0; place < history.size(); place++) {
            if (history.item(place) < itemCount()) {
                add(history.item(place), history.weight(place), person);
            }
        }
        return person;
    }

    private void add(int item, double weight, double[] into) {
        for (int p = rows.start(item); p < rows.start(item + 1); p++) {
            into[rows.item(p)] += weight * rows.weight(p);
        }
    }

    private double dot(double[] terms, int item) {
        double sum = 0;
        for (int p = rows.start(item); p < rows.start(item + 1); p++) {
            sum += terms[rows.item(p)] * rows.weight(p);
        }
        return sum;
    }

    private static double length(double[] row) {
        double squares = 0;
        for (double value : row) {
            squares += value * value;
        }
        return Math.sqrt(squares);
    }
}
