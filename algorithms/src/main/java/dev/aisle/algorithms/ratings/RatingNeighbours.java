package dev.aisle.algorithms.ratings;

import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.algorithms.recommend.Progress;
import java.util.OptionalDouble;

/**
 * Ratings by neighbours: {@code r̂ = mean + Σ s · (r − mean of the neighbour) / Σ s} over the k most similar neighbours that have the
 * rating, where similarity is the cosine of rows without their means, taken over what both have.
 *
 * @param side whose neighbours speak
 * @param k neighbours, ≥ 1
 * @param least similarity of a neighbour, &gt; 0
 * @see <a href="https://doi.org/10.1145/963770.963776">Deshpande, Karypis 2004</a>
 * @see <a href="https://doi.org/10.1145/312624.312682">Herlocker, Konstan, Borchers, Riedl 1999</a>
 */
public record RatingNeighbours(Side side, int k, double least) {
    /** Whose neighbours speak. */
    public enum Side {
        /** Of the person: others who rate alike. */
        USERS,
        /** Of the item: others that are rated alike. */
        ITEMS
    }

    /** Checks the parameters. */
    public RatingNeighbours {
        if (k < 1 || !(least > 0)) {
            throw new IllegalArgumentException(
                    "neighbours: expected k ≥ 1, least > 0; was k=" + k + ", least=" + least);
        }
    }

    /** The same, told and cancelled like any other fit. */
    public RatingModel fit(Interactions ratings, Progress progress) {
        RatingModel model = fit(ratings);
        progress.step(1, 1);
        return model;
    }

    /** A model of ratings. Memory: 16 bytes × ratings; similarities are taken when they are asked for, O(ratings of the neighbours). */
    public RatingModel fit(Interactions ratings) {
        Interactions turned = ratings.transposed();
        return switch (side) {
            case USERS -> {
                Centred users = Centred.of(ratings);
                yield (user, item) -> predict(users, turned, user, item);
            }
            case ITEMS -> {
                Centred items = Centred.of(turned);
                yield (user, item) -> predict(items, ratings, item, user);
            }
        };
    }

    private OptionalDouble predict(Centred rows, Interactions columns, int row, int column) {
        if (row < 0 || row >= rows.means().length || column < 0 || column >= columns.userCount()) {
            return OptionalDouble.empty();
        }
        double[] similarities = rows.similarities(row, columns);
        NearestOf nearest = new NearestOf(k);
        for (int q = columns.start(column); q < columns.start(column + 1); q++) {
            int other = columns.item(q);
            if (other != row && similarities[other] >= least) {
                nearest.offer(similarities[other], columns.weight(q) - rows.means()[other]);
            }
        }
        return nearest.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(rows.means()[row] + nearest.weightedMean());
    }
}
