package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.artefact.ArtefactWriter;
import dev.aisle.algorithms.kernels.FloatRows;
import dev.aisle.algorithms.kernels.Kernels;
import dev.aisle.algorithms.recommend.ImplicitAls.Ridge;

/** Item factors; a person's factor is computed from the history at the time of asking. */
public final class AlsModel implements ExplainableModel, StorableModel {
    private static final int RIDGE_NUMBERS = 3;

    private final Kernels kernels = Kernels.best();
    private final int rank;
    private final float[] itemFactors;
    private final FloatRows rows;
    private final Ridge ridge;
    private final double[][] gram;

    /**
     * A model of its arrays, which are not copied.
     *
     * @param rank length of a factor
     * @param itemFactors row-major, items × rank
     * @param ridge the parameters of the fit
     */
    public AlsModel(int rank, float[] itemFactors, Ridge ridge) {
        if (rank < 1 || itemFactors.length % rank != 0) {
            throw new IllegalArgumentException(itemFactors.length + " numbers are no rows of length " + rank);
        }
        this.rank = rank;
        this.itemFactors = itemFactors;
        this.rows = new FloatRows(itemFactors, rank, rank);
        this.ridge = ridge;
        this.gram = Gram.of(FloatRows.padded(itemFactors, rank), ridge.unobserved(), 1);
    }

    /** The model in a file. */
    public static AlsModel read(Artefact from) {
        float[] factors = from.of("ials").floats("itemFactors");
        float[] ridge = from.floats("ridge");
        int[] rank = from.ints("rank");
        if (rank.length != 1 || rank[0] < 1 || factors.length % rank[0] != 0 || ridge.length != RIDGE_NUMBERS) {
            throw from.contradiction("rows of factors and three numbers of the ridge", factors.length + " factors");
        }
        return new AlsModel(rank[0], factors, new Ridge(ridge[0], ridge[1], ridge[2]));
    }

    @Override
    public void store(ArtefactWriter into) {
        into.ints("rank", rank)
                .floats("ridge", new float[] {ridge.unobserved(), ridge.regularisation(), ridge.exponent()})
                .floats("itemFactors", itemFactors);
    }

    @Override
    public int itemCount() {
        return itemFactors.length / rank;
    }

    @Override
    public void score(History history, float[] into) {
        kernels.dots(rows, 0, itemCount(), fold(history), into);
    }

    /** The factor of whoever has this history; length rank. */
    public float[] fold(History history) {
        AlsRow equations = equations(history.known(itemCount()));
        float[] user = new float[rank];
        equations.solve(0, user, 0);
        return user;
    }

    /** {@code h_i · A⁻¹ Σ w_j h_j}, taken apart by j. */
    @Override
    public float[] contributions(History history, int item) {
        AlsRow equations = equations(history.known(itemCount()));
        equations.rightIs(itemFactors, item * rank);
        float[] direction = new float[rank];
        equations.solve(0, direction, 0);
        float[] addends = new float[history.size()];
        for (int place = 0; place < addends.length; place++) {
            boolean known = history.item(place) < itemCount();
            addends[place] = known ? history.weight(place) * dot(direction, history.item(place)) : 0;
        }
        return addends;
    }

    /** Whoever has this history: folded in once, then asked about any number of items. */
    public AlsPerson person(History history) {
        AlsRow equations = equations(history.known(itemCount()));
        float[] factor = new float[rank];
        equations.solve(0, factor, 0);
        return new AlsPerson(this, history, factor, equations);
    }

    /** {@code x · h_item} for a factor of length rank. */
    public float score(float[] factor, int item) {
        return dot(factor, item);
    }

    private AlsRow equations(History known) {
        AlsRow equations = new AlsRow(rank);
        equations.start(gram, ridge.of(known.size(), itemCount()));
        for (int place = 0; place < known.size(); place++) {
            equations.add(itemFactors, known.item(place) * rank, known.weight(place));
        }
        return equations;
    }

    private float dot(float[] user, int item) {
        return kernels.dot(user, 0, itemFactors, item * rank, rank);
    }

    /** Length of a factor. */
    public int rank() {
        return rank;
    }

    /** The item factors; not a copy. */
    public float[] itemFactors() {
        return itemFactors;
    }

    /** The parameters that a fold-in needs. */
    public Ridge ridge() {
        return ridge;
    }
}
