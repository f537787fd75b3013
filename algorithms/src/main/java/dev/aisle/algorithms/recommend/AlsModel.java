package dev.aisle.algorithms.recommend;

import dev.aisle.algorithms.recommend.ImplicitAls.Ridge;

/** Item factors; a person's factor is computed from the history at the time of asking. */
public final class AlsModel implements ExplainableModel {
    private final int rank;
    private final float[] itemFactors;
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
        this.ridge = ridge;
        this.gram = Gram.of(itemFactors, rank, ridge.unobserved(), 1);
    }

    @Override
    public int itemCount() {
        return itemFactors.length / rank;
    }

    @Override
    public void score(History history, float[] into) {
        float[] user = fold(history);
        for (int item = 0; item < into.length; item++) {
            into[item] = dot(user, item);
        }
    }

    /** The factor of whoever has this history; length rank. */
    public float[] fold(History history) {
        AlsRow equations = equations(history.known(itemCount()));
        float[] user = new float[rank];
        equations.solve(user, 0);
        return user;
    }

    /** {@code h_i · A⁻¹ Σ w_j h_j}, taken apart by j. */
    @Override
    public float[] contributions(History history, int item) {
        AlsRow equations = equations(history.known(itemCount()));
        equations.rightIs(itemFactors, item);
        float[] direction = new float[rank];
        equations.solve(direction, 0);
        float[] addends = new float[history.size()];
        for (int place = 0; place < addends.length; place++) {
            boolean known = history.item(place) < itemCount();
            addends[place] = known ? history.weight(place) * dot(direction, history.item(place)) : 0;
        }
        return addends;
    }

    private AlsRow equations(History known) {
        AlsRow equations = new AlsRow(rank);
        equations.start(gram, ridge.of(known.size(), itemCount()));
        for (int place = 0; place < known.size(); place++) {
            equations.add(itemFactors, known.item(place), known.weight(place));
        }
        return equations;
    }

    /** Four sums at once, since the processor can't reorder one; always the same order, so always the same bits. */
    private float dot(float[] user, int item) {
        int at = item * rank;
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int f = 0;
        for (; f + 3 < rank; f += 4) {
            a += user[f] * itemFactors[at + f];
            b += user[f + 1] * itemFactors[at + f + 1];
            c += user[f + 2] * itemFactors[at + f + 2];
            d += user[f + 3] * itemFactors[at + f + 3];
        }
        for (; f < rank; f++) {
            a += user[f] * itemFactors[at + f];
        }
        return a + b + (c + d);
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
