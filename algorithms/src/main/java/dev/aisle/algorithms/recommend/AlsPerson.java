package dev.aisle.algorithms.recommend;

/** A person in an {@link AlsModel}: the factor of a history, and the equations that gave it. Of one request; not for several threads. */
public final class AlsPerson {
    private final AlsModel model;
    private final History history;
    private final float[] factor;
    private final AlsRow equations;

    AlsPerson(AlsModel model, History history, float[] factor, AlsRow equations) {
        this.model = model;
        this.history = history;
        this.factor = factor;
        this.equations = equations;
    }

    /** The person's factor, length rank; not a copy. */
    public float[] factor() {
        return factor;
    }

    /** The person's score of an item. */
    public float score(int item) {
        return model.score(factor, item);
    }

    /** As {@link AlsModel#contributions}, but the equations are not set up again. */
    public float[] contributions(int item) {
        float[] direction = new float[model.rank()];
        equations.solveAgain(model.itemFactors(), item * model.rank(), direction);
        float[] addends = new float[history.size()];
        for (int place = 0; place < addends.length; place++) {
            boolean known = history.item(place) < model.itemCount();
            addends[place] = known ? history.weight(place) * model.score(direction, history.item(place)) : 0;
        }
        return addends;
    }
}
