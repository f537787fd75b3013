package dev.aisle.algorithms.recommend;

/**
 * How similar histories are to the people of train: {@code Σ_i w_ui w_vi / (‖w_u‖ ‖w_v‖ + shrinkage)}. The rows of train are weighted; a history is
 * asked as it is, its weights dampened where the rows' are.
 */
final class PeopleLikeness {
    private final Interactions rawByItem;
    private final Interactions rows;
    private final Interactions byItem;
    private final double[] rawNorms;
    private final double[] norms;
    private final boolean dampened;
    private final double shrinkage;

    private PeopleLikeness(Interactions raw, Interactions rows, boolean dampened, double shrinkage) {
        this.rawByItem = raw.transposed();
        this.rows = rows;
        this.byItem = rows.transposed();
        this.dampened = dampened;
        this.shrinkage = shrinkage;
        this.rawNorms = new double[raw.userCount()];
        this.norms = new double[raw.userCount()];
        for (int user = 0; user < norms.length; user++) {
            double own = 0;
            double asked = 0;
            for (int p = rows.start(user); p < rows.start(user + 1); p++) {
                own += (double) rows.weight(p) * rows.weight(p);
            }
            for (int p = raw.start(user); p < raw.start(user + 1); p++) {
                asked += asked(raw.weight(p)) * asked(raw.weight(p));
            }
            norms[user] = Math.sqrt(own);
            rawNorms[user] = Math.sqrt(asked);
        }
    }

    static PeopleLikeness of(Interactions train, Weighting weighting, double shrinkage) {
        return new PeopleLikeness(train, weighting.apply(train), weighting != Weighting.NONE, shrinkage);
    }

    private double asked(double weight) {
        return dampened ? Math.sqrt(weight) : weight;
    }

    /**
     * Of a history to everybody.
     *
     * @param history of known items only
     * @param into a similarity a person of train, 0 where no item is shared; overwritten
     */
    void ofHistory(History history, float[] into) {
        double[] dots = new double[into.length];
        double squares = 0;
        for (int place = 0; place < history.size(); place++) {
            double weight = asked(history.weight(place));
            squares += weight * weight;
            for (int q = byItem.start(history.item(place)); q < byItem.start(history.item(place) + 1); q++) {
                dots[byItem.item(q)] += weight * byItem.weight(q);
            }
        }
        double norm = Math.sqrt(squares);
        for (int user = 0; user < into.length; user++) {
            into[user] = dots[user] > 0 ? (float) (dots[user] / (norm * norms[user] + shrinkage)) : 0;
        }
    }

    /**
     * Of everybody's history to one person of train.
     *
     * @param into a similarity a person of train; overwritten
     */
    void toOthers(int user, float[] into) {
        double[] dots = new double[into.length];
        for (int p = rows.start(user); p < rows.start(user + 1); p++) {
            int item = rows.item(p);
            for (int q = rawByItem.start(item); q < rawByItem.start(item + 1); q++) {
                dots[rawByItem.item(q)] += asked(rawByItem.weight(q)) * rows.weight(p);
            }
        }
        for (int other = 0; other < into.length; other++) {
            into[other] = dots[other] > 0 ? (float) (dots[other] / (rawNorms[other] * norms[user] + shrinkage)) : 0;
        }
    }
}
